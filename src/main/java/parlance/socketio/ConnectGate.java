package parlance.socketio;

/**
 * Decides whether a socket may join its namespace. Gates run in the order of their registration, in the session's turn, and
 * may block. The socket is not connected yet: it has an id, a handshake and data, but no rooms, and cannot emit.
 */
@FunctionalInterface
public interface ConnectGate {
    /**
     * Returns to let the socket pass. Anything but {@link ConnectRefused} that is thrown is logged, and the client hears
     * {@code {"message":"Internal server error"}}.
     */
    void admit(Socket socket) throws ConnectRefused;
}
