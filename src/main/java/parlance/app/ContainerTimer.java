package parlance.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import parlance.engineio.Timer;

/**
 * Time by the container's own threads. Thread-safe. A cancelled task is let go of at once: the container keeps what it was
 * given until its time has come, and with it all that a closed session holds.
 */
record ContainerTimer(ScheduledExecutorService threads) implements Timer {
    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        var waiting = new AtomicReference<>(task);
        var scheduled = threads.schedule(() -> waiting.get().run(), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            scheduled.cancel(false);
            waiting.set(() -> {});
        };
    }
}
