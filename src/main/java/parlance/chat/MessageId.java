package parlance.chat;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a message, the same in every dialect. Ids made here are time-ordered UUIDs; any other text is an id that no
 * message has.
 *
 * @param text 1 to 128 characters (UTF-16 units) without control characters or lone surrogates
 */
public record MessageId(String text) {
    private static final int UUID_LENGTH = 36;

    public MessageId {
        Characters.requireId("message", text);
    }

    /**
     * The id that text is.
     *
     * @throws ChatException.Invalid unless the text can be an id
     */
    public static MessageId of(String text) {
        return new MessageId(text);
    }

    static MessageId of(UUID uuid) {
        return new MessageId(uuid.toString());
    }

    /** The stored form; empty for a text that none of our messages can have. */
    Optional<UUID> uuid() {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equals(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
