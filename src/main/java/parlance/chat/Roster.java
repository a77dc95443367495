package parlance.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who takes part in a conversation, and the id under which each of them knows it. Immutable.
 *
 * @param id the canonical id: one per conversation, whoever asks
 * @param knownAs by participant, in joining order
 */
public record Roster(ConversationId id, ConversationType type, Map<UserId, ConversationId> knownAs) {
    public Roster {
        knownAs = Collections.unmodifiableMap(new LinkedHashMap<>(knownAs));
    }

    /** The id under which the user knows the conversation; the canonical one for whoever takes no part. */
    public ConversationId knownAs(UserId user) {
        return knownAs.getOrDefault(user, id);
    }

    public boolean includes(UserId user) {
        return knownAs.containsKey(user);
    }

    /** Everybody, in joining order. */
    public List<UserId> participants() {
        return List.copyOf(knownAs.keySet());
    }

    /** Everybody but the user, in joining order. */
    public List<UserId> others(UserId user) {
        return knownAs.keySet().stream().filter(other -> !other.equals(user)).toList();
    }

    /** Every id under which a participant may hear of the conversation, the canonical one first. */
    public Set<ConversationId> names() {
        var names = new LinkedHashSet<ConversationId>();
        names.add(id);
        names.addAll(knownAs.values());
        return Collections.unmodifiableSet(names);
    }
}
