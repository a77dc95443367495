package parlance.engineio;

/** The peer talks nonsense: thrown by whoever decodes, caught by the session, which closes. */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProtocolException(String message) {
        super(message);
    }

    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
