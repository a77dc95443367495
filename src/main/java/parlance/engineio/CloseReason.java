package parlance.engineio;

/** Why a session ended, in the words that Node's server uses. */
public enum CloseReason {
    /** The client closed the transport, or it broke. */
    TRANSPORT_CLOSE("transport close", false),
    /** The client broke the rules of its transport, e.g. with two polls at once. */
    TRANSPORT_ERROR("transport error", false),
    /** No pong in time. */
    PING_TIMEOUT("ping timeout", false),
    /** The client sent what is no packet. */
    PARSE_ERROR("parse error", false),
    /** The application closed the session. What was sent before goes out first. */
    FORCED_CLOSE("forced close", true),
    /** The server closed the session by a rule of its own, e.g. because no namespace was joined in time. */
    FORCED_SERVER_CLOSE("forced server close", true),
    /** The server stops; WebSocket clients are told 1001. */
    SERVER_SHUTTING_DOWN("server shutting down", true),
    /** The client reads slower than it is sent to: its outbox is full. */
    TOO_SLOW("transport error", false),
    /** The client sends faster than its messages are handled: its mailbox is full. */
    TOO_FAST("transport error", false);

    private final String text;
    private final boolean graceful;

    CloseReason(String text, boolean graceful) {
        this.text = text;
        this.graceful = graceful;
    }

    /** Node's words, e.g. {@code transport close}; two reasons that Node does not have are a transport error there. */
    public String text() {
        return text;
    }

    /** Whether what was sent before still goes out. */
    boolean graceful() {
        return graceful;
    }

    /** Whether what was received and not yet handled is dropped, because it must not be handled any more. */
    boolean dropsInput() {
        return switch (this) {
            case PARSE_ERROR, FORCED_CLOSE, FORCED_SERVER_CLOSE, TOO_FAST -> true;
            case TRANSPORT_CLOSE, TRANSPORT_ERROR, PING_TIMEOUT, SERVER_SHUTTING_DOWN, TOO_SLOW -> false;
        };
    }
}
