package parlance.chat;

import java.util.Set;

/** Who is to hear of a change of presence. */
public sealed interface Audience {
    /** Every connected user. */
    record Everyone() implements Audience {}

    /** The users sharing a conversation with the one whose presence changed. */
    record Contacts(Set<UserId> users) implements Audience {
        public Contacts {
            users = Set.copyOf(users);
        }
    }
}
