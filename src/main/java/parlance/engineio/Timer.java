package parlance.engineio;

import java.time.Duration;

/** Time, as far as sessions wait for it. Thread-safe. */
public interface Timer {
    /** Runs the task once, after the delay, on a thread of the timer's choice; the task must not block. */
    Cancellation schedule(Duration delay, Runnable task);

    /** Makes a scheduled task not run, unless it already does or did, and lets go of it. May be called again without effect. */
    @FunctionalInterface
    interface Cancellation {
        Cancellation NOTHING = () -> {};

        void cancel();
    }
}
