package parlance.chat;

import java.util.List;
import java.util.Optional;

/**
 * Some of many.
 *
 * @param next opaque cursor to what follows; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /** Items on a page when nobody says how many. */
    public static final int DEFAULT_LIMIT = 50;

    /** Items on a page however many are asked for. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    static int limit(int asked) {
        if (asked < 1) {
            throw new ChatException.Invalid("A page has at least one item");
        }
        return Math.min(asked, MAX_LIMIT);
    }
}
