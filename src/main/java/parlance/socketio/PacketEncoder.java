package parlance.socketio;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.List;
import parlance.json.JsonText;

/**
 * Packets to what goes over the wire, e.g. {@code 2/admin,7["hi"]}, or {@code 51-["hi",{"_placeholder":true,"num":0}]}
 * followed by a binary message.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#packet-encoding">Socket.IO, Packet encoding</a>
 */
final class PacketEncoder {
    private PacketEncoder() {}

    static EncodedPacket encode(Packet packet) {
        if (packet instanceof Packet.Connect connect) {
            return plain(PacketType.CONNECT, connect, connect.auth());
        }
        if (packet instanceof Packet.Disconnect) {
            return plain(PacketType.DISCONNECT, packet, JsonValue.EMPTY_JSON_OBJECT);
        }
        if (packet instanceof Packet.ConnectError error) {
            return plain(PacketType.CONNECT_ERROR, error, error.reason());
        }
        if (packet instanceof Packet.Event event) {
            var type = event.attachments().isEmpty() ? PacketType.EVENT : PacketType.BINARY_EVENT;
            var ackId = event.ackId().isPresent() ? Long.toString(event.ackId().getAsLong()) : "";
            return numbered(type, event, ackId, event.args(), event.attachments());
        }
        if (packet instanceof Packet.Ack ack) {
            var type = ack.attachments().isEmpty() ? PacketType.ACK : PacketType.BINARY_ACK;
            return numbered(type, ack, Long.toString(ack.ackId()), ack.args(), ack.attachments());
        }
        throw new IllegalStateException("no packet: " + packet);
    }

    private static EncodedPacket plain(PacketType type, Packet packet, JsonStructure payload) {
        var json = payload.equals(JsonValue.EMPTY_JSON_OBJECT) ? "" : JsonText.write(payload);
        return new EncodedPacket(type.digit() + prefix(packet) + json, List.of());
    }

    private static EncodedPacket numbered(
            PacketType type, Packet packet, String ackId, JsonStructure args, List<ByteBuffer> attachments) {
        var count = type.binary() ? attachments.size() + "-" : "";
        return new EncodedPacket(type.digit() + count + prefix(packet) + ackId + JsonText.write(args), attachments);
    }

    private static String prefix(Packet packet) {
        return packet.namespace().equals(Packet.MAIN) ? "" : packet.namespace() + ",";
    }
}
