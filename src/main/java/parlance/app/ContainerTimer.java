package parlance.app;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import parlance.engineio.Timer;

/**
 * Time by one thread of the container's. Its own scheduler would keep cancelled tasks, and the sessions they refer to, until
 * their time; and WildFly's logs an error for each task that comes due while the server stops. Thread-safe.
 */
final class ContainerTimer implements Timer {
    private final ScheduledThreadPoolExecutor thread;

    ContainerTimer(ThreadFactory threads) {
        thread = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        var scheduled = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Nothing runs any more. */
    void stop() {
        thread.shutdownNow();
    }
}
