package parlance.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can happen in the chat. Fired as CDI event inside the transaction that makes it true; complete in
 * itself. Messages and conversations are named by their canonical ids: the roster tells how each participant knows them.
 */
public sealed interface ChatEvent {
    /** A conversation came into being. */
    record ConversationCreated(Roster roster, ConversationView conversation, UserId by) implements ChatEvent {}

    /** A message was stored; fired in seq order under the conversation's lock. */
    record MessagePosted(Roster roster, MessageView message) implements ChatEvent {}

    /** Messages of others reached the receiver for the first time; in seq order, never empty. */
    record MessagesDelivered(Roster roster, UserId receiver, List<Receipt> messages) implements ChatEvent {
        public MessagesDelivered {
            messages = List.copyOf(messages);
        }
    }

    /** The reader read messages of others for the first time, which implies delivery; in seq order, never empty. */
    record MessagesRead(Roster roster, UserId reader, List<Receipt> messages) implements ChatEvent {
        public MessagesRead {
            messages = List.copyOf(messages);
        }
    }

    /** A participant started or stopped typing. */
    record TypingChanged(Roster roster, UserView user, boolean typing) implements ChatEvent {}

    /** A user came or went; {@code lastSeen} is empty while online. */
    record PresenceChanged(UserId user, boolean online, Optional<Instant> lastSeen, Audience audience)
            implements ChatEvent {}
}
