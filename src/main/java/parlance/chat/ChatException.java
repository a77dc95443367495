package parlance.chat;

import jakarta.ejb.ApplicationException;

/** What a user asked for cannot be: nothing was changed. The message may be shown to that user. */
@ApplicationException(rollback = true)
public abstract sealed class ChatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private ChatException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable name of the reason, in capitals. */
    public String code() {
        return code;
    }

    /** It does not exist, or the user may not know that it does; the two look the same. */
    public static final class NotFound extends ChatException {
        private static final long serialVersionUID = 1L;

        private NotFound(String message) {
            super("FORBIDDEN", message);
        }

        static NotFound conversation() {
            return new NotFound("Conversation not found");
        }

        static NotFound message() {
            return new NotFound("Message not found");
        }
    }

    /** A user named in the request takes no part in the conversation. */
    public static final class NotParticipant extends ChatException {
        private static final long serialVersionUID = 1L;

        NotParticipant(String message) {
            super("FORBIDDEN", message);
        }
    }

    /** The request makes no sense, whoever asks. */
    public static final class Invalid extends ChatException {
        private static final long serialVersionUID = 1L;

        public Invalid(String message) {
            super("VALIDATION", message);
        }
    }

    /** It is taken already. */
    public static final class Conflict extends ChatException {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super("CONFLICT", message);
        }
    }
}
