package parlance.interpreter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parlance.chat.ConversationId;
import parlance.chat.Participation;

/** The conversations one socket has joined, found by any of their ids. One thread at a time: the socket's. */
final class Joined {
    private final Map<ConversationId, Participation> byName = new HashMap<>();
    private final Map<ConversationId, Participation> byConversation = new HashMap<>();

    void add(Participation participation) {
        var roster = participation.roster();
        byConversation.put(roster.id(), participation);
        roster.names().forEach(name -> byName.put(name, participation));
        byName.put(participation.asked(), participation);
    }

    Optional<Participation> remove(ConversationId name) {
        var found = Optional.ofNullable(byName.get(name));
        found.ifPresent(participation -> {
            byConversation.remove(participation.roster().id());
            byName.values().removeIf(p -> p.equals(participation));
        });
        return found;
    }

    Collection<Participation> all() {
        return List.copyOf(byConversation.values());
    }

    int size() {
        return byConversation.size();
    }
}
