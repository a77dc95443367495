package parlance.chat;

/**
 * The id of a user as its identity provider writes it.
 *
 * @param text 1 to 128 characters (UTF-16 units) without control characters or lone surrogates
 */
public record UserId(String text) {
    public UserId {
        Characters.requireId("user", text);
    }

    /**
     * The id that text is.
     *
     * @throws ChatException.Invalid unless the text can be an id
     */
    public static UserId of(String text) {
        return new UserId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
