package parlance.socketio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;

/**
 * One Socket.IO packet. The binary types of the wire are not types here: an event or ack is binary when it has
 * attachments. Immutable.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#exchange-protocol">Socket.IO, Exchange protocol</a>
 */
sealed interface Packet {
    /** The namespace of packets that name none. */
    String MAIN = "/";

    String namespace();

    /** A client asks to join, with what proves who it is; the server answers with {@code {"sid":…}} in its place. */
    record Connect(String namespace, JsonObject auth) implements Packet {}

    record Disconnect(String namespace) implements Packet {}

    /** An emit: {@code args} starts with the event name; binary arguments are placeholders into attachments. */
    record Event(String namespace, OptionalLong ackId, JsonArray args, List<ByteBuffer> attachments)
            implements Packet {}

    /** The answer to the event that carried this id in this namespace. */
    record Ack(String namespace, long ackId, JsonArray args, List<ByteBuffer> attachments) implements Packet {}

    /** The server refuses a CONNECT: {@code {"message":…}}, perhaps with {@code "data"}. Never sent by a client. */
    record ConnectError(String namespace, JsonObject reason) implements Packet {}
}
