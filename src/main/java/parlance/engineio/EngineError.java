package parlance.engineio;

/**
 * Why a request was refused; the answer's body is {@code {"code":1,"message":"Session ID unknown"}}.
 * Codes and texts are those of the reference server.
 */
public enum EngineError {
    UNKNOWN_TRANSPORT(0, "Transport unknown"),
    UNKNOWN_SID(1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(2, "Bad handshake method"),
    BAD_REQUEST(3, "Bad request"),
    FORBIDDEN(4, "Forbidden"),
    UNSUPPORTED_PROTOCOL_VERSION(5, "Unsupported protocol version");

    private final int code;
    private final String text;

    EngineError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public int httpStatus() {
        return this == FORBIDDEN ? 403 : 400;
    }

    public String json() {
        return "{\"code\":" + code() + ",\"message\":\"" + text + "\"}";
    }
}
