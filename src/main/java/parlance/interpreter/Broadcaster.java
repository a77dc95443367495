package parlance.interpreter;

import static jakarta.enterprise.event.TransactionPhase.AFTER_FAILURE;
import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;
import static jakarta.enterprise.event.TransactionPhase.IN_PROGRESS;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import parlance.chat.ChatEvent;

/**
 * Says what happened in the chat, after it was committed, in each conversation's order. Thread-safe.
 *
 * <p>A fact takes its place inside its transaction, while the conversation is locked, so that places are in {@code seq}
 * order though commits are not observed in it. Nothing waits for the sockets, and nothing is said inside a commit.
 */
@ApplicationScoped
class Broadcaster {
    @Resource
    ManagedExecutorService executor;

    private volatile Speaker speaker = Speaker.SILENT;
    private SayingOrder order;

    @PostConstruct
    void start() {
        order = new SayingOrder(this::say, executor);
    }

    /** Until then there is nobody to say anything to. */
    void speaksThrough(Speaker speaker) {
        this.speaker = speaker;
    }

    SayingOrder order() {
        return order;
    }

    void happens(@Observes(during = IN_PROGRESS) ChatEvent fact) {
        order.register(Facts.subject(fact), fact, Call.current());
    }

    void committed(@Observes(during = AFTER_SUCCESS) ChatEvent fact) {
        order.committed(Facts.subject(fact), fact);
    }

    void failed(@Observes(during = AFTER_FAILURE) ChatEvent fact) {
        order.failed(Facts.subject(fact), fact);
    }

    private void say(Saying saying) {
        speaker.say(saying.fact(), saying.call().map(Call::acting));
    }
}
