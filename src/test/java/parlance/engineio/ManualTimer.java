package parlance.engineio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so. */
public final class ManualTimer implements Timer {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private long count;

    @Override
    public synchronized Cancellation schedule(Duration delay, Runnable task) {
        var scheduled = new Task(now.plus(delay), count++, task);
        tasks.add(scheduled);
        return () -> cancel(scheduled);
    }

    /** Lets time pass and runs what is due on the way, in order. */
    public void advance(Duration duration) {
        var end = now.plus(duration);
        for (var next = due(end); next.isPresent(); next = due(end)) {
            now = next.get().at();
            next.get().task().run();
        }
        now = end;
    }

    /** A clock that moves with this time, and shows this instant at its beginning. */
    public Clock clock(Instant beginning) {
        return new Clock() {
            @Override
            public Instant instant() {
                return beginning.plus(now);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }
        };
    }

    public synchronized int scheduled() {
        return tasks.size();
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private synchronized Optional<Task> due(Duration end) {
        var next = tasks.stream()
                .filter(task -> task.at().compareTo(end) <= 0)
                .min(Comparator.comparing(Task::at).thenComparing(Task::number));
        next.ifPresent(tasks::remove);
        return next;
    }

    private record Task(Duration at, long number, Runnable task) {}
}
