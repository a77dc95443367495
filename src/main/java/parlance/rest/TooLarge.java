package parlance.rest;

/** The body of a request is longer than any that makes sense. */
final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(int maxBytes) {
        super("A body has at most " + maxBytes + " bytes");
    }
}
