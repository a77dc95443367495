package parlance.interpreter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import parlance.chat.ConversationId;

/**
 * The ids under which sockets of this node have joined each conversation; the participants' tabs need not agree on one.
 * Thread-safe.
 */
final class JoinedNames {
    private final Map<ConversationId, Map<ConversationId, Integer>> names = new HashMap<>();

    synchronized void joined(ConversationId conversation, ConversationId name) {
        names.computeIfAbsent(conversation, c -> new HashMap<>()).merge(name, 1, Integer::sum);
    }

    synchronized void left(ConversationId conversation, ConversationId name) {
        var counts = names.getOrDefault(conversation, Map.of());
        if (counts.getOrDefault(name, 1) > 1) {
            counts.merge(name, -1, Integer::sum);
        } else if (counts.size() > 1) {
            counts.remove(name);
        } else {
            names.remove(conversation);
        }
    }

    synchronized Set<ConversationId> of(ConversationId conversation) {
        return Set.copyOf(names.getOrDefault(conversation, Map.of()).keySet());
    }

    synchronized int size() {
        return names.size();
    }
}
