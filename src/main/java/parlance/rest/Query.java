package parlance.rest;

import java.util.Optional;
import java.util.OptionalLong;
import parlance.chat.ChatException;

/** Query parameters, which are the empty text when they are absent. */
final class Query {
    private Query() {}

    static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    /** A whole number of at most 18 digits. */
    static OptionalLong number(String name, String value) {
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.matches("\\d{1,18}")) {
            throw new ChatException.Invalid(name + " must be a whole number");
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /** A number of items; the services know the largest. */
    static int limit(String value, int unlessSet) {
        return (int) Math.min(Integer.MAX_VALUE, number("limit", value).orElse(unlessSet));
    }

    static boolean flag(String name, String value) {
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw new ChatException.Invalid(name + " must be true or false");
        }
        return value.equals("true");
    }
}
