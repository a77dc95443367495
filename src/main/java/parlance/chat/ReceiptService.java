package parlance.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Noting what reached whom, and who read it. Telling the same again is harmless. */
@Stateless
public class ReceiptService {
    /** Most messages that can be marked at once. */
    public static final int MAX_MESSAGES = 500;

    @Inject
    Conversations conversations;

    @Inject
    Messages messages;

    @Inject
    Receipts receipts;

    @Inject
    Delivery delivery;

    @Inject
    Event<ChatEvent> events;

    /**
     * Messages were written to the receiver. Ids of other conversations and of the receiver's own messages are ignored.
     *
     * @param conversation any id the receiver can use, best the canonical one
     */
    public void delivered(UserId receiver, ConversationId conversation, List<MessageId> ids) {
        requireFew(ids);
        delivery.delivered(conversations.named(receiver, conversation), ids);
    }

    /** The reader read these messages. Ids of other conversations and of the reader's own messages are ignored. */
    public void read(UserId reader, ConversationId asked, List<MessageId> ids) {
        requireFew(ids);
        var access = conversations.named(reader, asked);
        var keys = ids.stream().map(MessageId::uuid).flatMap(Optional::stream).toList();
        var fresh = receipts.unread(access.caller().key(), keys);
        if (!fresh.isEmpty()) {
            tell(access, fresh, Seqs.of(fresh));
        }
    }

    /**
     * The reader read everything up to and including that message. At most the newest 500 are told; all are read.
     *
     * @throws ChatException.NotFound when it is no message of that conversation
     */
    public void readUpTo(UserId reader, ConversationId asked, MessageId last) {
        var access = conversations.named(reader, asked);
        long seq = last.uuid()
                .flatMap(key -> messages.seq(access.conversation(), key))
                .orElseThrow(ChatException.NotFound::message);
        var fresh = receipts.unreadUpTo(access.caller().key(), seq);
        if (!fresh.isEmpty()) {
            tell(access, fresh, Seqs.upTo(seq));
        }
    }

    private void tell(Access access, List<Receipt> fresh, Seqs seqs) {
        receipts.addRead(access.caller().key(), seqs);
        events.fire(new ChatEvent.MessagesRead(
                access.roster(), access.caller().user().id(), fresh));
    }

    private static void requireFew(List<MessageId> ids) {
        if (ids.size() > MAX_MESSAGES) {
            throw new ChatException.Invalid("At most " + MAX_MESSAGES + " messages at once");
        }
    }
}
