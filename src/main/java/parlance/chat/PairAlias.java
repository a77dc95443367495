package parlance.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ids like {@code a_b}, which name the direct conversation of {@code a} and {@code b}. User ids may contain underscores,
 * so such an id means something only to somebody whose own id begins or ends it.
 */
final class PairAlias {
    private static final String BETWEEN = "_";

    private PairAlias() {}

    /** The users the id may pair the caller with, the likeliest first: none, one or two, and never the caller. */
    static List<UserId> counterparts(UserId caller, ConversationId id) {
        return Stream.of(after(caller, id), before(caller, id))
                .flatMap(Optional::stream)
                .filter(other -> !other.equals(caller))
                .distinct()
                .toList();
    }

    private static Optional<UserId> after(UserId caller, ConversationId id) {
        String prefix = caller.text() + BETWEEN;
        boolean named = id.text().startsWith(prefix) && id.text().length() > prefix.length();
        return named ? Optional.of(new UserId(id.text().substring(prefix.length()))) : Optional.empty();
    }

    private static Optional<UserId> before(UserId caller, ConversationId id) {
        String suffix = BETWEEN + caller.text();
        int length = id.text().length() - suffix.length();
        boolean named = id.text().endsWith(suffix) && length > 0;
        return named ? Optional.of(new UserId(id.text().substring(0, length))) : Optional.empty();
    }
}
