package parlance.interpreter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parlance.chat.ChatEvent;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.ChatEvent.TypingChanged;
import parlance.chat.ConversationId;

/**
 * Where the user at one socket is typing. Stops what the client does not: after {@link #PATIENCE} without a sign, when
 * the message is sent, when the socket leaves the conversation or is gone. One thread at a time: the socket's.
 */
final class Typing {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In how many conversations at once; the one begun first is stopped for another. */
    static final int LIMIT = 16;

    private final Later later;
    private final Consumer<ConversationId> stop;
    private final Map<ConversationId, Runnable> expiries = new LinkedHashMap<>();

    /**
     * @param stop has the chat tell the others; leads to a fact that comes back to {@link #follow} only from the
     *     client's own events
     */
    Typing(Later later, Consumer<ConversationId> stop) {
        this.later = later;
        this.stop = stop;
    }

    /** What an event of this socket has led to. */
    void follow(ChatEvent fact) {
        if (fact instanceof TypingChanged changed) {
            forget(changed.roster().id());
            if (changed.typing()) {
                begun(changed.roster().id());
            }
        } else if (fact instanceof MessagePosted posted) {
            stop(posted.roster().id());
        }
    }

    void stop(ConversationId conversation) {
        if (expiries.containsKey(conversation)) {
            forget(conversation);
            stop.accept(conversation);
        }
    }

    void stopAll() {
        List.copyOf(expiries.keySet()).forEach(this::stop);
    }

    private void begun(ConversationId conversation) {
        if (expiries.size() == LIMIT) {
            stop(expiries.keySet().iterator().next());
        }
        expiries.put(conversation, later.after(PATIENCE, () -> stop(conversation)));
    }

    private void forget(ConversationId conversation) {
        expiries.getOrDefault(conversation, () -> {}).run();
        expiries.remove(conversation);
    }
}
