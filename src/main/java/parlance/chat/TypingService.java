package parlance.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Telling who is typing. Nothing is stored, and nothing ends by itself: whoever calls this knows the time. */
@Stateless
public class TypingService {
    @Inject
    Conversations conversations;

    @Inject
    Event<ChatEvent> events;

    /**
     * The user started or stopped.
     *
     * @throws ChatException.NotFound when the user takes part in no such conversation
     */
    public void changed(UserId user, ConversationId asked, boolean typing) {
        var access = conversations.named(user, asked);
        events.fire(new ChatEvent.TypingChanged(
                access.roster(), access.caller().user().view(), typing));
    }
}
