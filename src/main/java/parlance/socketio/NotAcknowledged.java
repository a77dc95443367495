package parlance.socketio;

/** An emit with ack that got no answer. The client may have received it all the same. */
public final class NotAcknowledged extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause reason;

    NotAcknowledged(Cause reason) {
        super("not acknowledged: " + reason);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }

    /** Why there is no answer. */
    public enum Cause {
        /** None came in time. */
        TIMEOUT,
        /** The socket is not connected any more. */
        DISCONNECTED,
        /** The client owes too many answers already; nothing was sent. */
        TOO_MANY_PENDING
    }
}
