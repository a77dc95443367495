package parlance.socketio;

import java.util.Set;

/**
 * Knows who is in which room of one namespace, and takes broadcasts there. Packets arrive encoded, so that nobody can encode
 * once per receiver. Thread-safe; no method waits for a client.
 */
public interface Adapter {
    /** Makes a socket known, in the room of its own id. */
    void enter(SocketId socket, Receiver receiver);

    /** Without effect for a socket that has not entered or has exited, so that a late join leaves nothing behind. */
    void join(SocketId socket, Room room);

    void leave(SocketId socket, Room room);

    /** Forgets the socket and leaves all its rooms. */
    void exit(SocketId socket);

    void broadcast(EncodedPacket packet, Target target);

    /** The rooms of a socket; none when it is not here. */
    Set<Room> rooms(SocketId socket);

    /** Who is in the room at this moment. */
    Set<SocketId> sockets(Room room);

    /** Whether anybody is in the room; cheaper than asking who. */
    boolean inhabited(Room room);

    /** Where a socket takes what is broadcast to it. Drops everything unless the socket is connected. */
    interface Receiver {
        void send(EncodedPacket packet);

        /** Drops the packet when the transport cannot write it at this moment. */
        void sendVolatile(EncodedPacket packet);
    }
}
