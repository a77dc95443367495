package parlance.chat;

/**
 * The id a client gave its own message, so that sending it again stores and tells nothing twice. Unique per author.
 *
 * @param text 1 to 128 characters (UTF-16 units) without control characters or lone surrogates
 */
public record ClientMessageId(String text) {
    public ClientMessageId {
        Characters.requireId("client message", text);
    }

    /**
     * The id that text is.
     *
     * @throws ChatException.Invalid unless the text can be an id
     */
    public static ClientMessageId of(String text) {
        return new ClientMessageId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
