package parlance.socketio;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;
import parlance.engineio.ProtocolException;
import parlance.json.JsonText;

/**
 * A packet's text, read from left to right: {@code <type>[<attachments>-][<namespace>,][<ack id>][JSON]}. Each part is read
 * once, in this order. One thread at a time.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#packet-encoding">Socket.IO, Packet encoding</a>
 */
final class PacketReader {
    /** Longest namespace that is read, in characters. */
    static final int MAX_NAMESPACE = 512;

    /** The largest integer that a JavaScript client can count to. */
    static final long MAX_ACK_ID = (1L << 53) - 1;

    private final String text;
    private int at;

    PacketReader(String text) {
        this.text = text;
    }

    PacketType type() {
        if (text.isEmpty()) {
            throw new ProtocolException("empty packet");
        }
        return PacketType.of(text.charAt(at++));
    }

    int attachments(int max) {
        var count = number(max);
        if (count.isEmpty() || !startsWith('-')) {
            throw new ProtocolException("no attachment count");
        }
        at++;
        return (int) count.getAsLong();
    }

    String namespace() {
        if (!startsWith('/')) {
            return Packet.MAIN;
        }
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        if (end - at > MAX_NAMESPACE) {
            throw new ProtocolException("namespace longer than " + MAX_NAMESPACE + " characters");
        }
        var name = text.substring(at, end);
        at = comma < 0 ? end : end + 1;
        return name;
    }

    OptionalLong ackId() {
        return number(MAX_ACK_ID);
    }

    /** Characters that were not read yet. */
    int left() {
        return text.length() - at;
    }

    Optional<JsonValue> payload() {
        if (at == text.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.parse(text.substring(at)));
        } catch (JsonException e) {
            throw new ProtocolException("payload is no JSON within bounds", e);
        }
    }

    /** The decimal number here, without leading zeros; empty when there is no digit. */
    private OptionalLong number(long max) {
        int start = at;
        long value = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            value = value * 10 + (text.charAt(at) - '0');
            if (value > max || (at > start && text.charAt(start) == '0')) {
                throw new ProtocolException("number out of bounds");
            }
        }
        return at == start ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private boolean startsWith(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
