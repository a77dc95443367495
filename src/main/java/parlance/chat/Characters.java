package parlance.chat;

/** What a text may consist of, counted and named as JavaScript does: in UTF-16 units. */
final class Characters {
    static final int MAX_ID_LENGTH = 128;

    /** ECMAScript WhiteSpace and LineTerminator: what {@code trim()} takes away. */
    private static final String WHITE =
            "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                    + "\u2028\u2029\u202f\u205f\u3000\ufeff";

    private Characters() {}

    static void requireId(String kind, String text) {
        if (text.isEmpty() || text.length() > MAX_ID_LENGTH || !printable(text)) {
            throw new ChatException.Invalid("A " + kind + " id is 1 to " + MAX_ID_LENGTH + " printable characters");
        }
    }

    /** Whether JavaScript's {@code trim()} leaves nothing of the text. */
    static boolean blank(String text) {
        return text.chars().allMatch(unit -> WHITE.indexOf(unit) >= 0);
    }

    /** Whether the text can be stored and sent: no NUL, which PostgreSQL refuses, and no lone surrogate, which UTF-8 does. */
    static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || surrogate(c));
    }

    /** Whether the text is storable and has no control characters, so that it fits on one line. */
    static boolean printable(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || surrogate(c));
    }

    /** The text made printable and cut to a length, without cutting a surrogate pair. */
    static String printable(String text, int maxLength) {
        String clean = text.codePoints()
                .map(c -> Character.isISOControl(c) || surrogate(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (clean.length() <= maxLength) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(maxLength - 1)) ? maxLength - 1 : maxLength);
    }

    private static boolean surrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
