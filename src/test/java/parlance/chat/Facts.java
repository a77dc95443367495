package parlance.chat;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** CDI events that are only written down. Thread-safe. */
final class Facts implements Event<ChatEvent> {
    private final List<ChatEvent> fired = new CopyOnWriteArrayList<>();

    List<ChatEvent> fired() {
        return List.copyOf(fired);
    }

    @Override
    public void fire(ChatEvent fact) {
        fired.add(fact);
    }

    @Override
    public <U extends ChatEvent> CompletionStage<U> fireAsync(U fact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ChatEvent> CompletionStage<U> fireAsync(U fact, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<ChatEvent> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ChatEvent> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ChatEvent> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
