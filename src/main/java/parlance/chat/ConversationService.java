package parlance.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Having conversations. */
@Stateless
public class ConversationService {
    @Inject
    Conversations conversations;

    @Inject
    Founding founding;

    @Inject
    ConversationViews views;

    /**
     * Comes into a conversation the caller takes part in, and remembers what the caller called it.
     *
     * @throws ChatException.NotFound when there is none, or the caller takes no part in it
     */
    public Participation enter(UserId caller, ConversationId asked) {
        return conversations.named(caller, asked).enter();
    }

    /** The same, but a direct conversation of the caller that an id like {@code a_b} names comes into being on sight. */
    public Participation enterDirect(UserId caller, ConversationId asked) {
        return conversations
                .access(caller, asked, founding.direct(caller, asked))
                .enter();
    }

    /**
     * Makes a conversation that the owner and those named take part in; users not known yet come into being.
     *
     * @throws ChatException.Conflict when its id is taken
     */
    public Created create(UserId owner, NewConversation wish) {
        return founding.create(owner, wish);
    }

    /** One conversation the caller takes part in. */
    public ConversationView get(UserId caller, ConversationId asked) {
        return views.of(conversations.named(caller, asked));
    }

    /**
     * The caller's conversations, newest activity first.
     *
     * @param archived whether those that are archived, or those that are not
     * @param limit at least 1, at most {@value Page#MAX_LIMIT} are returned
     * @param cursor {@link Page#next()} of the page before
     */
    public Page<ConversationView> list(UserId caller, boolean archived, int limit, Optional<String> cursor) {
        return views.page(
                caller, archived, Page.limit(limit), cursor.map(Cursor::parse).orElse(Cursor.START));
    }
}
