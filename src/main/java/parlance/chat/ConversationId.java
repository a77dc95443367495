package parlance.chat;

/**
 * An id under which somebody knows a conversation: its canonical one, or an alias such as {@code b_a} for {@code a_b}.
 *
 * @param text 1 to 128 characters (UTF-16 units) without control characters or lone surrogates
 */
public record ConversationId(String text) {
    public ConversationId {
        Characters.requireId("conversation", text);
    }

    /**
     * The id that text is.
     *
     * @throws ChatException.Invalid unless the text can be an id
     */
    public static ConversationId of(String text) {
        return new ConversationId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
