package parlance.chat;

/**
 * What the chat needs to be told.
 *
 * @param textLength longest text of a message in UTF-16 units, 1 to 1,000,000
 * @param presence who hears of a user coming and going
 */
public record ChatSettings(int textLength, PresenceScope presence) {
    public static final ChatSettings DEFAULTS = new ChatSettings(10_000, PresenceScope.CONTACTS);

    private static final int MAX_TEXT_LENGTH = 1_000_000;

    /** Whose presence concerns whom. */
    public enum PresenceScope {
        /** That of a user concerns the users sharing a conversation with it. */
        CONTACTS,
        /** That of everyone concerns everyone. */
        EVERYONE
    }

    public ChatSettings {
        if (textLength < 1 || textLength > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("text length must be 1 to " + MAX_TEXT_LENGTH + ": " + textLength);
        }
    }
}
