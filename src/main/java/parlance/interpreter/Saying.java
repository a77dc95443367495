package parlance.interpreter;

import java.util.Optional;
import parlance.chat.ChatEvent;

/** One fact on its way from its transaction to its hearers. Its state is guarded by its {@link SayingOrder}. */
final class Saying {
    private final Object subject;
    private final ChatEvent fact;
    private final Optional<Call> call;
    private boolean committed;
    private boolean held;

    Saying(Object subject, ChatEvent fact, Optional<Call> call) {
        this.subject = subject;
        this.fact = fact;
        this.call = call;
        this.held = call.isPresent();
        call.ifPresent(c -> c.caused(this));
    }

    /** What the order is kept for: a conversation, or a user. */
    Object subject() {
        return subject;
    }

    ChatEvent fact() {
        return fact;
    }

    /** The client's event that caused it, if one did. */
    Optional<Call> call() {
        return call;
    }

    void commit() {
        committed = true;
    }

    void letGo() {
        held = false;
    }

    boolean held() {
        return held;
    }

    boolean ready() {
        return committed && !held;
    }

    /** It was said, or never will be. */
    void done() {
        call.ifPresent(Call::done);
    }
}
