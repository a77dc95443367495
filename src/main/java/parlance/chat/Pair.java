package parlance.chat;

import java.util.UUID;

/** Two users in no order: the key of their direct conversation. */
record Pair(UUID low, UUID high) {
    static Pair of(User one, User other) {
        // as text: PostgreSQL compares the bytes unsigned, UUID.compareTo does not
        boolean ordered = one.key().toString().compareTo(other.key().toString()) < 0;
        return ordered ? new Pair(one.key(), other.key()) : new Pair(other.key(), one.key());
    }
}
