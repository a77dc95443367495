package parlance.engineio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The turn of one session: tasks run one at a time, in order, on threads of an executor. Bounded in the size of what
 * waits. Thread-safe.
 */
final class Mailbox {
    /** Tasks of one session before the thread goes to another. */
    private static final int TURN = 64;

    /** What a waiting task costs beyond its own size, so that many empty messages fill a mailbox as well. */
    static final int OVERHEAD = 256;

    private static final Duration RETRY = Duration.ofMillis(50);

    private final Executor executor;
    private final Timer timer;
    private final long limit;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long size;
    private boolean running;
    private boolean finished;

    Mailbox(Executor executor, Timer timer, long limit) {
        this.executor = executor;
        this.timer = timer;
        this.limit = limit;
    }

    /** A task of the server's own, kept however full the mailbox is. Nothing is kept after the last task. */
    void put(Runnable task) {
        boolean idle;
        synchronized (mails) {
            idle = !finished && enqueue(new Mail(0, task));
        }
        submitIf(idle);
    }

    /** A task of the client's. False when the mailbox is full; it is not kept then. Nothing is kept after the last task. */
    boolean put(long taskSize, Runnable task) {
        boolean idle;
        synchronized (mails) {
            if (finished) {
                return true;
            }
            if (size + taskSize + OVERHEAD > limit && !mails.isEmpty()) {
                return false;
            }
            idle = enqueue(new Mail(taskSize + OVERHEAD, task));
        }
        submitIf(idle);
        return true;
    }

    /** The last task, run after those that wait. */
    void finish(Runnable last) {
        boolean idle;
        synchronized (mails) {
            idle = !finished && enqueue(new Mail(0, last));
            finished = true;
        }
        submitIf(idle);
    }

    /** Drops what waits. */
    void discard() {
        synchronized (mails) {
            mails.clear();
            size = 0;
        }
    }

    /** Whether somebody must start to run the tasks. */
    private boolean enqueue(Mail mail) {
        boolean idle = !running;
        mails.add(mail);
        size += mail.size();
        running = true;
        return idle;
    }

    private void submitIf(boolean idle) {
        if (idle) {
            submit();
        }
    }

    private void submit() {
        try {
            executor.execute(this::turn);
        } catch (RejectedExecutionException e) {
            timer.schedule(RETRY, this::submit);
        }
    }

    private void turn() {
        boolean more = true;
        try {
            for (int i = 0; i < TURN && more; i++) {
                var mail = next();
                mail.ifPresent(m -> m.task().run());
                more = mail.isPresent();
            }
        } finally {
            submitIf(more);
        }
    }

    private Optional<Mail> next() {
        synchronized (mails) {
            var mail = Optional.ofNullable(mails.poll());
            mail.ifPresent(m -> size -= m.size());
            running = mail.isPresent();
            return mail;
        }
    }

    private record Mail(long size, Runnable task) {}
}
