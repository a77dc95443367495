package parlance.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import parlance.engineio.Timer;

/** Time by the container's own threads. Thread-safe. */
record ContainerTimer(ScheduledExecutorService threads) implements Timer {
    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        var scheduled = threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }
}
