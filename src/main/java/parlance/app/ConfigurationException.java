package parlance.app;

/** What the administrator has to change before Parlance can start, in one sentence that names the key. */
final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(String sentence) {
        super(sentence);
    }

    ConfigurationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
