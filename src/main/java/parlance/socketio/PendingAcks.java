package parlance.socketio;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import parlance.engineio.Session;

/** The answers that one client owes one socket. Bounded; each ends by answer, timeout or disconnect. Thread-safe. */
final class PendingAcks {
    private final Session session;
    private final int limit;
    private final Map<Long, CompletableFuture<Answer>> pending = new ConcurrentHashMap<>();
    private volatile boolean closed;

    PendingAcks(Session session, int limit) {
        this.session = session;
        this.limit = limit;
    }

    CompletionStage<Answer> expect(long id, Duration timeout, Runnable emit) {
        if (pending.size() >= limit) {
            return CompletableFuture.failedStage(new NotAcknowledged(NotAcknowledged.Cause.TOO_MANY_PENDING));
        }
        var answer = new CompletableFuture<Answer>();
        pending.put(id, answer);
        var deadline = session.schedule(timeout, () -> fail(id, NotAcknowledged.Cause.TIMEOUT));
        whenOver(answer, deadline::cancel);
        if (closed) {
            fail(id, NotAcknowledged.Cause.DISCONNECTED);
        } else {
            emit.run();
        }
        return answer;
    }

    /** An answer that nobody waits for, or not any more, is ignored. */
    void answered(long id, Answer answer) {
        take(id).ifPresent(waiting -> waiting.complete(answer));
    }

    void close() {
        closed = true;
        pending.keySet().forEach(id -> fail(id, NotAcknowledged.Cause.DISCONNECTED));
    }

    private void fail(long id, NotAcknowledged.Cause cause) {
        take(id).ifPresent(waiting -> waiting.completeExceptionally(new NotAcknowledged(cause)));
    }

    private static void whenOver(CompletionStage<Answer> answer, Runnable task) {
        answer.whenComplete((answered, failure) -> task.run());
    }

    private Optional<CompletableFuture<Answer>> take(long id) {
        return Optional.ofNullable(pending.remove(id));
    }
}
