package parlance.socketio;

/**
 * An emit to many sockets of one namespace, e.g. {@code namespace.to(a).to(b).except(c).emit(event)}: to whoever is in room a or b
 * and not in c, once. Without a room it is for everybody. Encoded once, whatever the number of receivers. Immutable.
 */
public final class Broadcast {
    private final Namespace namespace;
    private final Target target;

    Broadcast(Namespace namespace, Target target) {
        this.namespace = namespace;
        this.target = target;
    }

    public Broadcast to(Room room) {
        return new Broadcast(namespace, target.to(room));
    }

    /** The same as {@link #to}. */
    public Broadcast in(Room room) {
        return to(room);
    }

    public Broadcast except(Room room) {
        return new Broadcast(namespace, target.butNot(room));
    }

    public Broadcast except(SocketId socket) {
        return except(socket.room());
    }

    /** Volatile: without the sockets whose transport cannot write at this moment. */
    public Broadcast ifWritable() {
        return new Broadcast(namespace, target.onlyIfWritable());
    }

    public void emit(Event event) {
        namespace.broadcast(event, target);
    }
}
