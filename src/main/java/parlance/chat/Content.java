package parlance.chat;

/** What a message says. */
public sealed interface Content {
    /**
     * Words.
     *
     * @param text not blank as JavaScript's {@code trim()} sees it, without NUL or lone surrogates
     */
    record Text(String text) implements Content {
        public Text {
            if (Characters.blank(text)) {
                throw new ChatException.Invalid("Text must not be blank");
            }
            if (!Characters.storable(text)) {
                throw new ChatException.Invalid("Text must not contain NUL or lone surrogates");
            }
        }
    }

    /** A picture. */
    record Image(Attachment attachment) implements Content {}

    /** Any other file. */
    record File(Attachment attachment) implements Content {}
}
