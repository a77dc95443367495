package parlance.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/** Posting and reading messages. */
@Stateless
public class MessageService {
    @Inject
    Conversations conversations;

    @Inject
    Founding founding;

    @Inject
    Messages messages;

    @Inject
    Receipts receipts;

    @Inject
    Delivery delivery;

    @Inject
    ChatSettings settings;

    @Inject
    Clock clock;

    @Inject
    Event<ChatEvent> events;

    /**
     * Stores a message with the next seq of its conversation.
     *
     * @throws ChatException.NotFound when the author takes part in no such conversation
     * @throws ChatException.NotParticipant when the receiver is not another participant
     * @throws ChatException.Invalid when the text is too long, or the client's id was used in another conversation
     */
    public Posted post(UserId author, ConversationId asked, Draft draft) {
        requireFitting(draft.content());
        return post(conversations.forPosting(author, asked, conversations.require(author, asked)), draft);
    }

    /** The same, but a direct conversation of the author that an id like {@code a_b} names comes into being on sight. */
    public Posted postDirect(UserId author, ConversationId asked, Draft draft) {
        requireFitting(draft.content());
        return post(conversations.forPosting(author, asked, founding.direct(author, asked)), draft);
    }

    private Posted post(Access held, Draft draft) {
        var author = held.caller().user();
        held.caller().calls(held.asked());
        var before = draft.clientMessageId().flatMap(id -> messages.posted(author.id(), id));
        if (before.isPresent()) {
            return repeated(held, before.get());
        }
        var receiver = draft.receiver().map(id -> receiver(held, id));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var message = held.conversation().post(author, receiver, draft, now);
        messages.add(message);
        receipts.addRead(held.caller().key(), Seqs.of(held.conversation().lastSeq()));
        var posted = message.view(MessageStatus.SENT);
        events.fire(new ChatEvent.MessagePosted(held.roster(), posted));
        return new Posted(posted.in(held.asked()), false);
    }

    private Posted repeated(Access held, Message message) {
        if (message.conversation() != held.conversation()) {
            throw new ChatException.Invalid("This clientMessageId was used in another conversation");
        }
        return new Posted(messages.views(List.of(message)).get(0).in(held.asked()), true);
    }

    private static User receiver(Access held, UserId receiver) {
        return held.other(receiver)
                .orElseThrow(() -> new ChatException.NotParticipant("Receiver takes no part in this conversation"));
    }

    private void requireFitting(Content content) {
        if (content instanceof Content.Text words && words.text().length() > settings.textLength()) {
            throw new ChatException.Invalid("Text is longer than " + settings.textLength() + " characters");
        }
    }

    /**
     * Messages of a conversation in seq order, which reach the reader by that.
     *
     * @param before only those before this seq, the nearest; with neither, the newest
     * @param after only those after this seq, the next
     * @param limit at least 1; at most {@value Page#MAX_LIMIT} are returned
     */
    public List<MessageView> history(
            UserId reader, ConversationId asked, OptionalLong before, OptionalLong after, int limit) {
        if (before.isPresent() && after.isPresent()) {
            throw new ChatException.Invalid("Either before or after");
        }
        var access = conversations.named(reader, asked);
        var page = after.isPresent()
                ? messages.after(access.conversation(), after.getAsLong(), Page.limit(limit))
                : messages.before(access.conversation(), before.orElse(Long.MAX_VALUE), Page.limit(limit));
        delivery.delivered(access, page.stream().map(MessageView::id).toList());
        return page.stream().map(message -> message.in(asked)).toList();
    }
}
