package parlance.engineio;

import java.nio.ByteBuffer;

/**
 * One packet as it goes over the wire, encoded once and shared by everybody it is sent to. Immutable.
 */
public final class Frame {
    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);

    private final String text;
    private final ByteBuffer bytes;
    private final int size;

    private Frame(String text, ByteBuffer bytes, int size) {
        this.text = text;
        this.bytes = bytes;
        this.size = size;
    }

    /** A message of text. */
    public static Frame text(String data) {
        return of(Packet.Type.MESSAGE, data);
    }

    /** A message of bytes. The buffer must not be written to any more. */
    public static Frame binary(ByteBuffer data) {
        var bytes = data.slice().asReadOnlyBuffer();
        return new Frame("", bytes, bytes.remaining());
    }

    /** A packet of any type. */
    public static Frame of(Packet.Type type, String data) {
        var text = type.digit() + data;
        return new Frame(text, NO_BYTES, utf8Size(text));
    }

    public boolean isBinary() {
        return text.isEmpty();
    }

    /** The packet with its type digit; empty for a binary one. */
    public String text() {
        return text;
    }

    /** The bytes of a binary message, for the caller alone to read. */
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** What it takes on the wire, in bytes, without the framing of the transport. */
    public int size() {
        return size;
    }

    private static int utf8Size(String text) {
        int size = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return size;
    }
}
