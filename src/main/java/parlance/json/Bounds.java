package parlance.json;

import jakarta.json.JsonException;

/** Looks at JSON text before a parser does, and refuses what would cost it stack or time. */
final class Bounds {
    private Bounds() {}

    static void check(String text) {
        int depth = 0;
        int number = 0;
        int values = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
                continue;
            }
            quoted = c == '"';
            depth += nesting(c);
            values += c == ',' || nesting(c) > 0 ? 1 : 0;
            number = digit(c) ? number + 1 : 0;
            if (depth > JsonText.MAX_DEPTH) {
                throw new JsonException("JSON nested deeper than " + JsonText.MAX_DEPTH);
            }
            if (values > JsonText.MAX_VALUES) {
                throw new JsonException("JSON of more than " + JsonText.MAX_VALUES + " values");
            }
            if (number > JsonText.MAX_NUMBER_LENGTH) {
                throw new JsonException("JSON number longer than " + JsonText.MAX_NUMBER_LENGTH + " characters");
            }
        }
    }

    private static int nesting(char c) {
        return switch (c) {
            case '[', '{' -> 1;
            case ']', '}' -> -1;
            default -> 0;
        };
    }

    private static boolean digit(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
}
