package parlance.interpreter;

/** An event of a client that never comes as far as its dialect. */
final class EventRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    EventRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
