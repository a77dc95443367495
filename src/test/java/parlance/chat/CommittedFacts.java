package parlance.chat;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which messages were told inside a container, in whatever order. Thread-safe. */
@ApplicationScoped
class CommittedFacts {
    private final Queue<MessageView> told = new ConcurrentLinkedQueue<>();

    void posted(@Observes(during = AFTER_SUCCESS) ChatEvent.MessagePosted fact) {
        told.add(fact.message());
    }

    List<String> texts(ConversationId conversation) {
        return told.stream()
                .filter(message -> message.conversation().equals(conversation))
                .map(message -> ((Content.Text) message.content()).text())
                .toList();
    }
}
