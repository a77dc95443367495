package parlance.socketio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import parlance.json.JsonText;

/**
 * Something emitted: {@code 2["name",arg,…]} on the wire, or {@code 5…} with attachments. Immutable, but for the
 * positions of the buffers: who reads one, reads a {@link ByteBuffer#duplicate()}.
 *
 * @param name any text but the names that clients keep for themselves; a number that a client sent is its text
 * @param args the arguments, without the name
 * @param attachments what the {@link #placeholder(int) placeholders} in the arguments stand for, each exactly once
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#sending-and-receiving-data">Socket.IO, Sending data</a>
 */
public record Event(String name, JsonArray args, List<ByteBuffer> attachments) {
    static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    /** @throws IllegalArgumentException when the name is reserved, or placeholders and attachments do not match */
    public Event {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("reserved event name: " + name);
        }
        attachments = Placeholders.checked(args, attachments);
    }

    public static Event of(String name, JsonValue... args) {
        return new Event(name, JsonText.array(List.of(args)), List.of());
    }

    static Event received(Packet.Event packet) {
        var first = packet.args().get(0);
        var name = first instanceof JsonString text ? text.getString() : first.toString();
        var args = packet.args().subList(1, packet.args().size());
        return new Event(name, JsonText.array(args), packet.attachments());
    }

    Packet.Event packet(String namespace, OptionalLong ackId) {
        var all = new ArrayList<JsonValue>(args.size() + 1);
        all.add(JsonText.string(name));
        all.addAll(args);
        return new Packet.Event(namespace, ackId, JsonText.array(all), attachments);
    }

    /** What stands in the arguments for the attachment of that index, from 0. */
    public static JsonObject placeholder(int attachment) {
        return Placeholders.of(attachment);
    }
}
