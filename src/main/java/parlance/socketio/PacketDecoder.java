package parlance.socketio;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import parlance.engineio.ProtocolException;

/**
 * Messages of one client to packets. Everything malformed is a {@link ProtocolException}, as early as it can be told: a
 * binary packet is checked, placeholders included, before its first attachment is kept. Nothing is parsed or kept for a
 * namespace that was not joined. What is kept is at most {@code maxAttachments} messages, together at most
 * {@link Reassembly#MAX_BYTES}. One thread at a time.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#packet-encoding">Socket.IO, Packet encoding</a>
 */
final class PacketDecoder {
    /** Longest payload of a CONNECT, in characters; it lives as long as its socket. */
    static final int MAX_AUTH = 16_384;

    private final int maxAttachments;
    private final Predicate<String> joined;
    private Optional<Reassembly> unfinished = Optional.empty();

    /** @param joined whether packets for that namespace may come, as CONNECT always may */
    PacketDecoder(int maxAttachments, Predicate<String> joined) {
        this.maxAttachments = maxAttachments;
        this.joined = joined;
    }

    /** The packet that the text is, or none while its attachments have still to come. */
    Optional<Packet> text(String text) {
        if (unfinished.isPresent()) {
            throw new ProtocolException("text where an attachment is due");
        }
        var reader = new PacketReader(text);
        var type = reader.type();
        int attachments = type.binary() ? reader.attachments(maxAttachments) : 0;
        var packet = packet(type, reader);
        if (type.binary()) {
            requirePlaceholders(packet, attachments);
        }
        if (attachments > 0) {
            unfinished = Optional.of(new Reassembly(packet, attachments));
            return Optional.empty();
        }
        return Optional.of(packet);
    }

    /** The packet whose last attachment this is, or none while others have still to come. */
    Optional<Packet> binary(ByteBuffer attachment) {
        var packet = unfinished
                .orElseThrow(() -> new ProtocolException("attachment of no packet"))
                .add(attachment);
        if (packet.isPresent()) {
            unfinished = Optional.empty();
        }
        return packet;
    }

    private Packet packet(PacketType type, PacketReader reader) {
        var namespace = reader.namespace();
        if (type == PacketType.CONNECT ? reader.left() > MAX_AUTH : !joined.test(namespace)) {
            throw new ProtocolException("too much in a CONNECT, or a packet before it");
        }
        var ackId = reader.ackId();
        var payload = reader.payload();
        return switch (type) {
            case CONNECT -> new Packet.Connect(namespace, auth(ackId, payload));
            case DISCONNECT -> disconnect(namespace, ackId, payload);
            case EVENT, BINARY_EVENT -> new Packet.Event(namespace, ackId, event(payload), List.of());
            case ACK, BINARY_ACK -> new Packet.Ack(namespace, answered(ackId), array(payload), List.of());
            case CONNECT_ERROR -> throw new ProtocolException("a client cannot refuse");
        };
    }

    private static JsonObject auth(OptionalLong ackId, Optional<JsonValue> payload) {
        var auth = payload.orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (ackId.isEmpty() && auth instanceof JsonObject object) {
            return object;
        }
        throw new ProtocolException("CONNECT with something else than an object");
    }

    private static Packet disconnect(String namespace, OptionalLong ackId, Optional<JsonValue> payload) {
        if (ackId.isPresent() || payload.isPresent()) {
            throw new ProtocolException("DISCONNECT with a payload");
        }
        return new Packet.Disconnect(namespace);
    }

    private static JsonArray event(Optional<JsonValue> payload) {
        var args = array(payload);
        if (args.isEmpty() || !isEventName(args.get(0))) {
            throw new ProtocolException("event without a name of its own");
        }
        return args;
    }

    private static boolean isEventName(JsonValue name) {
        return name instanceof JsonNumber
                || (name instanceof JsonString text && !Event.RESERVED.contains(text.getString()));
    }

    private static JsonArray array(Optional<JsonValue> payload) {
        if (payload.isPresent() && payload.get() instanceof JsonArray array) {
            return array;
        }
        throw new ProtocolException("payload is no array");
    }

    private static long answered(OptionalLong ackId) {
        return ackId.orElseThrow(() -> new ProtocolException("ack without an id"));
    }

    private static void requirePlaceholders(Packet packet, int attachments) {
        var args = packet instanceof Packet.Event event ? event.args() : ((Packet.Ack) packet).args();
        if (!Placeholders.match(args, attachments)) {
            throw new ProtocolException("placeholders do not match the attachments");
        }
    }
}
