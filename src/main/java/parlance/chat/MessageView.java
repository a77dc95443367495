package parlance.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored message.
 *
 * @param conversation as its reader knows it; canonical inside a {@link ChatEvent}
 * @param seq 1, 2, 3, … within the conversation, without holes
 */
public record MessageView(
        MessageId id,
        ConversationId conversation,
        long seq,
        UserView sender,
        Optional<UserId> receiver,
        Content content,
        Optional<ClientMessageId> clientMessageId,
        MessageStatus status,
        Instant createdAt) {

    /** The same message for somebody who knows the conversation by another id. */
    public MessageView in(ConversationId known) {
        return new MessageView(id, known, seq, sender, receiver, content, clientMessageId, status, createdAt);
    }
}
