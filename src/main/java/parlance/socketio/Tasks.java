package parlance.socketio;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import parlance.engineio.Session;
import parlance.engineio.Timer;

/** What one socket has to do later, as long as it is connected. Thread-safe. */
final class Tasks {
    private final Session session;
    private final BooleanSupplier connected;
    private final Set<Task> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Tasks(Session session, BooleanSupplier connected) {
        this.session = session;
        this.connected = connected;
    }

    Scheduled schedule(Duration delay, Runnable code) {
        var task = new Task(code);
        waiting.add(task);
        task.start(delay);
        if (closed) {
            task.cancel();
        }
        return task;
    }

    void close() {
        closed = true;
        waiting.forEach(Task::cancel);
    }

    private final class Task implements Scheduled {
        private final Runnable code;
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicReference<Timer.Cancellation> timer = new AtomicReference<>(Timer.Cancellation.NOTHING);

        Task(Runnable code) {
            this.code = code;
        }

        void start(Duration delay) {
            timer.set(session.schedule(delay, this::run));
            if (over.get()) {
                timer.get().cancel();
            }
        }

        private void run() {
            if (finish() && connected.getAsBoolean()) {
                Edge.call(session.id(), code);
            }
        }

        @Override
        public void cancel() {
            finish();
            timer.get().cancel();
        }

        private boolean finish() {
            waiting.remove(this);
            return over.compareAndSet(false, true);
        }
    }
}
