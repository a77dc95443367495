package parlance.engineio;

import java.util.List;
import java.util.Optional;

/**
 * The way out of one session: what waits, and the transport that takes it, one batch at a time. Another transport may take
 * over between two batches. Thread-safe; transports and tasks are called without a lock.
 */
final class Outgoing {
    private final Outbox outbox;
    private Transport transport;
    private boolean ready;
    private boolean ended;

    Outgoing(Transport first, int limitBytes) {
        this.transport = first;
        this.outbox = new Outbox(limitBytes);
    }

    /** What was not sent by the end, and who is to send it if anybody. */
    record Rest(Transport transport, List<Frame> frames) {}

    synchronized Transport transport() {
        return transport;
    }

    /** False when the client is too far behind; nothing is sent after the end. */
    boolean send(List<Frame> frames) {
        synchronized (this) {
            if (ended) {
                return true;
            }
            outbox.add(frames);
            if (!ready && outbox.isOverfull()) {
                return false;
            }
        }
        pump();
        return true;
    }

    boolean sendVolatile(List<Frame> frames) {
        synchronized (this) {
            if (!ready || !outbox.isEmpty()) {
                return false;
            }
            outbox.add(frames);
        }
        pump();
        return true;
    }

    void whenWritten(Runnable task) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (!outbox.isSettled()) {
                outbox.await(task);
                return;
            }
        }
        task.run();
    }

    void written(Transport by) {
        List<Runnable> due;
        synchronized (this) {
            if (by != transport) {
                return;
            }
            due = outbox.written();
        }
        due.forEach(Runnable::run);
    }

    void ready(Transport by) {
        synchronized (this) {
            if (by != transport || ended) {
                return;
            }
            ready = true;
        }
        pump();
    }

    /** From now on another transport takes what there is; returns the one left, or none when it came too late. */
    synchronized Optional<Transport> handOver(Transport to) {
        if (ended) {
            return Optional.empty();
        }
        var left = transport;
        transport = to;
        ready = false;
        return Optional.of(left);
    }

    synchronized Rest end() {
        ended = true;
        ready = false;
        var rest = new Rest(transport, outbox.take());
        outbox.clear();
        return rest;
    }

    private void pump() {
        Transport to;
        List<Frame> batch;
        synchronized (this) {
            if (!ready || outbox.isEmpty()) {
                return;
            }
            ready = false;
            to = transport;
            batch = outbox.take();
        }
        to.send(batch);
    }
}
