package parlance.interpreter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.UserId;
import parlance.interpreter.Deliveries.Delivery;
import parlance.interpreter.Deliveries.Receiver;
import parlance.socketio.Namespace;
import parlance.socketio.Room;
import parlance.socketio.Socket;

/**
 * Notices when a message that was just said has been written to a socket of a participant who is not its author.
 * Thread-safe.
 */
final class DeliveryWatch {
    private final Consumer<Delivery> delivered;

    DeliveryWatch(Consumer<Delivery> delivered) {
        this.delivered = delivered;
    }

    /** @param rooms to which the message was said, by namespace */
    void watch(MessagePosted posted, Map<Namespace, List<Room>> rooms) {
        var reached = ConcurrentHashMap.<UserId>newKeySet();
        rooms.forEach((namespace, theirs) ->
                theirs.forEach(room -> namespace.sockets(room).forEach(socket -> watch(posted, socket, reached))));
    }

    /** @param reached who has it already, so that a user's many sockets count once */
    private void watch(MessagePosted posted, Socket socket, Set<UserId> reached) {
        socket.data()
                .get(Caller.class)
                .map(Caller::user)
                .filter(user -> !user.equals(posted.message().sender().id()))
                .ifPresent(user -> socket.whenWritten(() -> {
                    if (reached.add(user)) {
                        delivered.accept(new Delivery(
                                new Receiver(posted.roster().id(), user),
                                posted.message().id()));
                    }
                }));
    }
}
