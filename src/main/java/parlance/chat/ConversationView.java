package parlance.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as one participant sees it.
 *
 * @param id as that participant knows it
 * @param participants in joining order
 * @param lastSeq seq of the last message, 0 when there is none
 * @param unread messages that participant has not read
 * @param updatedAt time of the last message, of the creation when there is none
 */
public record ConversationView(
        ConversationId id,
        ConversationType type,
        Optional<String> name,
        List<ParticipantView> participants,
        long lastSeq,
        long unread,
        Optional<MessageView> lastMessage,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> archivedAt) {
    public ConversationView {
        participants = List.copyOf(participants);
    }
}
