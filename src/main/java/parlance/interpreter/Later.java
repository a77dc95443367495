package parlance.interpreter;

import java.time.Duration;

/** Does something after a while, on a thread that may block. */
@FunctionalInterface
public interface Later {
    /** Runs the task once, and gives what makes it not run. */
    Runnable after(Duration delay, Runnable task);
}
