package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Noting that messages reached a participant, by whatever way. */
@Dependent
class Delivery {
    @Inject
    Receipts receipts;

    @Inject
    Event<ChatEvent> events;

    /** Messages of others that had not reached the participant before are told; the rest, and strange ids, are nothing. */
    void delivered(Access access, List<MessageId> messages) {
        var keys =
                messages.stream().map(MessageId::uuid).flatMap(Optional::stream).toList();
        var receiver = access.caller();
        var fresh = receipts.undelivered(receiver.key(), keys);
        if (!fresh.isEmpty()) {
            receipts.addDelivered(receiver.key(), Seqs.of(fresh));
            events.fire(new ChatEvent.MessagesDelivered(
                    access.roster(), receiver.user().id(), fresh));
        }
    }
}
