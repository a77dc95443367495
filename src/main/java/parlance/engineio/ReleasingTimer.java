package parlance.engineio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A timer whose cancelled tasks hold nothing any more: containers keep a cancelled task in their queue until its time would
 * have come, and with it all that the task refers to, such as a session that has ended. Thread-safe.
 */
record ReleasingTimer(Timer timer) implements Timer {
    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        var held = new AtomicReference<>(Optional.of(task));
        var scheduled = timer.schedule(delay, () -> release(held).ifPresent(Runnable::run));
        return () -> {
            release(held);
            scheduled.cancel();
        };
    }

    private static Optional<Runnable> release(AtomicReference<Optional<Runnable>> held) {
        return held.getAndSet(Optional.empty());
    }
}
