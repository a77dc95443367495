package parlance.interpreter;

import static java.lang.System.Logger.Level.ERROR;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import parlance.chat.ChatEvent;

/**
 * Says the facts about one subject one at a time, in the order in which they were registered: each once its transaction
 * has committed and the call that caused it has let go of it. A fact whose transaction failed leaves no hole. Facts
 * about different subjects do not wait for each other. Thread-safe; nothing is said while the lock is held.
 */
final class SayingOrder {
    /**
     * How much one thread says before it leaves the rest to the executor, so that a busy conversation cannot keep it.
     */
    static final int TURN = 64;

    private static final System.Logger LOG = System.getLogger(SayingOrder.class.getName());

    private final Consumer<Saying> mouth;
    private final Executor executor;
    private final Map<Object, Line> lines = new HashMap<>();

    /** @param executor says what no call is waiting for */
    SayingOrder(Consumer<Saying> mouth, Executor executor) {
        this.mouth = mouth;
        this.executor = executor;
    }

    /** Gives the fact its place; called inside the transaction. */
    synchronized void register(Object subject, ChatEvent fact, Optional<Call> call) {
        lines.computeIfAbsent(subject, s -> new Line()).waiting.add(new Saying(subject, fact, call));
    }

    void committed(Object subject, ChatEvent fact) {
        if (commit(subject, fact)) {
            executor.execute(() -> say(subject));
        }
    }

    /** The transaction was rolled back: the fact never was one. */
    void failed(Object subject, ChatEvent fact) {
        remove(subject, fact).ifPresent(saying -> {
            saying.done();
            executor.execute(() -> say(subject));
        });
    }

    /** Says what the call held back, on this thread unless another one is saying already, then does {@code last}. */
    void release(Call call, Runnable last) {
        call.last(last);
        letGo(call).forEach(this::say);
        call.done();
    }

    /** How many subjects have something unsaid. */
    synchronized int size() {
        return lines.size();
    }

    private void say(Object subject) {
        for (int said = 0; said < TURN; said++) {
            var next = next(subject);
            if (next.isEmpty()) {
                return;
            }
            speak(next.get());
        }
        executor.execute(() -> say(subject));
    }

    private void speak(Saying saying) {
        try {
            attempt(saying, () -> mouth.accept(saying));
        } finally {
            spoken(saying.subject());
        }
        attempt(saying, saying::done);
    }

    private static void attempt(Saying saying, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(ERROR, () -> "Cannot say " + saying.fact().getClass().getSimpleName(), e);
        }
    }

    private synchronized boolean commit(Object subject, ChatEvent fact) {
        var found = find(subject, fact);
        found.ifPresent(Saying::commit);
        return found.filter(saying -> !saying.held()).isPresent();
    }

    private synchronized Optional<Saying> remove(Object subject, ChatEvent fact) {
        var found = find(subject, fact);
        found.ifPresent(saying -> {
            lines.get(subject).waiting.remove(saying);
            tidy(subject);
        });
        return found;
    }

    private synchronized Iterable<Object> letGo(Call call) {
        var subjects = new LinkedHashSet<>();
        for (var saying : call.caused()) {
            saying.letGo();
            subjects.add(saying.subject());
        }
        return subjects;
    }

    private synchronized Optional<Saying> next(Object subject) {
        return Optional.ofNullable(lines.get(subject)).flatMap(Line::next);
    }

    private synchronized void spoken(Object subject) {
        lines.get(subject).speaking = false;
        tidy(subject);
    }

    private Optional<Saying> find(Object subject, ChatEvent fact) {
        return Optional.ofNullable(lines.get(subject)).stream()
                .flatMap(line -> line.waiting.stream())
                .filter(saying -> saying.fact() == fact)
                .findFirst();
    }

    private void tidy(Object subject) {
        if (lines.get(subject).idle()) {
            lines.remove(subject);
        }
    }

    /** What waits to be said about one subject. */
    private static final class Line {
        private final Deque<Saying> waiting = new ArrayDeque<>();
        private boolean speaking;

        Optional<Saying> next() {
            if (speaking) {
                return Optional.empty();
            }
            var head = Optional.ofNullable(waiting.peek()).filter(Saying::ready);
            head.ifPresent(saying -> {
                waiting.remove();
                speaking = true;
            });
            return head;
        }

        boolean idle() {
            return waiting.isEmpty() && !speaking;
        }
    }
}
