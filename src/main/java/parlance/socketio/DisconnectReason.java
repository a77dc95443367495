package parlance.socketio;

import parlance.engineio.CloseReason;

/** Why a socket left its namespace, in the words that Node's server uses. */
public enum DisconnectReason {
    /** {@link Socket#disconnect()}: a DISCONNECT packet went out. */
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
    /** A DISCONNECT packet came in. */
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
    /** The server stops. */
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** No pong in time. */
    PING_TIMEOUT("ping timeout"),
    /** The client closed the session, or its network did. */
    TRANSPORT_CLOSE("transport close"),
    /** The transport failed, or the client read or wrote at a pace that it cannot have. */
    TRANSPORT_ERROR("transport error"),
    /** The client sent what is no packet, or no packet at this point. */
    PARSE_ERROR("parse error"),
    /** The application closed the session. */
    FORCED_CLOSE("forced close"),
    /** The server closed the session by a rule of its own. */
    FORCED_SERVER_CLOSE("forced server close");

    private final String text;

    DisconnectReason(String text) {
        this.text = text;
    }

    static DisconnectReason of(CloseReason reason) {
        return switch (reason) {
            case TRANSPORT_CLOSE -> TRANSPORT_CLOSE;
            case TRANSPORT_ERROR, TOO_SLOW, TOO_FAST -> TRANSPORT_ERROR;
            case PING_TIMEOUT -> PING_TIMEOUT;
            case PARSE_ERROR -> PARSE_ERROR;
            case FORCED_CLOSE -> FORCED_CLOSE;
            case FORCED_SERVER_CLOSE -> FORCED_SERVER_CLOSE;
            case SERVER_SHUTTING_DOWN -> SERVER_SHUTTING_DOWN;
        };
    }

    /** Node's words, e.g. {@code transport close}. */
    public String text() {
        return text;
    }
}
