package parlance.engineio;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * One Engine.IO packet: a type digit followed by its data, e.g. {@code 4hello}, or a binary message.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#packet-encoding">Engine.IO, Packet encoding</a>
 */
public sealed interface Packet {
    /** In wire order: each begins with its place in this list. */
    enum Type {
        OPEN('0'),
        CLOSE('1'),
        PING('2'),
        PONG('3'),
        MESSAGE('4'),
        UPGRADE('5'),
        NOOP('6');

        private static final List<Type> IN_WIRE_ORDER = List.of(values());

        private final char digit;

        Type(char digit) {
            this.digit = digit;
        }

        char digit() {
            return digit;
        }
    }

    /**
     * A packet in text form.
     *
     * @param type what the packet is for
     * @param data the text after the digit, empty when the type carries none
     */
    record Text(Type type, String data) implements Packet {}

    /**
     * A message of bytes.
     *
     * @param data read-only
     */
    record Binary(ByteBuffer data) implements Packet {
        public Binary {
            data = data.asReadOnlyBuffer();
        }
    }

    /**
     * A WebSocket text message.
     *
     * @throws ProtocolException when it does not begin with the digit of a type
     */
    static Packet decode(String text) {
        int type = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (type < 0 || type >= Type.IN_WIRE_ORDER.size()) {
            throw new ProtocolException("no packet type");
        }
        return new Text(Type.IN_WIRE_ORDER.get(type), text.substring(1));
    }

    /**
     * One packet of a polling payload, where bytes are {@code b} and their base64 form.
     *
     * @throws ProtocolException when it is neither that nor what {@link #decode} reads
     */
    static Packet decodeInPayload(String text) {
        if (!text.startsWith("b")) {
            return decode(text);
        }
        try {
            return new Binary(ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(1))));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("no base64", e);
        }
    }
}
