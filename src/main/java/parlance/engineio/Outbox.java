package parlance.engineio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What waits to be written to one session, in order. One thread at a time. */
final class Outbox {
    /** What a waiting frame costs beyond its bytes, so that many small ones fill an outbox as well. */
    private static final int OVERHEAD = 128;

    private final int limitBytes;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private List<Frame> frames = new ArrayList<>();
    private long bytes;
    private long added;
    private long taken;
    private long written;

    Outbox(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    void add(List<Frame> more) {
        frames.addAll(more);
        more.forEach(frame -> bytes += frame.size() + OVERHEAD);
        added += more.size();
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** One frame may be larger than the limit, a backlog may not. */
    boolean isOverfull() {
        return bytes > limitBytes && frames.size() > 1;
    }

    /** Everything, to be written now. */
    List<Frame> take() {
        var all = frames;
        frames = new ArrayList<>();
        bytes = 0;
        taken = added;
        return all;
    }

    /** Whether everything added was also written. */
    boolean isSettled() {
        return written == added;
    }

    /** Keeps a task until everything added so far is written. */
    void await(Runnable task) {
        waiters.add(new Waiter(added, task));
    }

    /** What was taken is written now; returns the tasks that waited for it. */
    List<Runnable> written() {
        written = taken;
        var due = new ArrayList<Runnable>();
        while (!waiters.isEmpty() && waiters.peek().position() <= written) {
            due.add(waiters.remove().task());
        }
        return due;
    }

    void clear() {
        take();
        waiters.clear();
    }

    private record Waiter(long position, Runnable task) {}
}
