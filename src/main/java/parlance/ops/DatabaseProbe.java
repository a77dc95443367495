package parlance.ops;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Whether the database answers. However often it is asked, the database is asked once at a time and at most once in
 * {@link #FRESH}; nobody waits for it longer than they have patience. Thread-safe.
 */
final class DatabaseProbe {
    static final Duration FRESH = Duration.ofSeconds(1);

    private final BooleanSupplier database;
    private final Executor executor;
    private final Clock clock;
    private final Duration patience;
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
    private Instant askedAt = Instant.MIN;

    /** @param database asks it; may take long */
    DatabaseProbe(BooleanSupplier database, Executor executor, Clock clock, Duration patience) {
        this.database = database;
        this.executor = executor;
        this.clock = clock;
        this.patience = patience;
    }

    boolean answers() {
        try {
            return asked().get(patience.toMillis(), MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> asked() {
        var now = clock.instant();
        if (answer.isDone() && askedAt.isBefore(now.minus(FRESH))) {
            askedAt = now;
            answer = CompletableFuture.supplyAsync(database::getAsBoolean, executor);
        }
        return answer;
    }
}
