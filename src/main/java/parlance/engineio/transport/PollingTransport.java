package parlance.engineio.transport;

import jakarta.servlet.AsyncContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import parlance.engineio.CloseReason;
import parlance.engineio.Frame;
import parlance.engineio.Packet;
import parlance.engineio.Payload;
import parlance.engineio.Transport;
import parlance.engineio.TransportListener;

/**
 * Long-polling: at most one waiting GET, which is answered as soon as there is something to say, and at most one POST at
 * a time. Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#http-long-polling">Engine.IO, HTTP long-polling</a>
 */
final class PollingTransport implements Transport {
    private static final Frame CLOSE = Frame.of(Packet.Type.CLOSE, "");
    private static final Frame NOOP = Frame.of(Packet.Type.NOOP, "");

    private final AtomicBoolean posting = new AtomicBoolean();
    private Optional<TransportListener> listener = Optional.empty();
    private boolean polled;
    private Optional<AsyncContext> waiting = Optional.empty();
    private Optional<List<Frame>> farewell = Optional.empty();

    @Override
    public String name() {
        return POLLING;
    }

    synchronized void reportTo(TransportListener session) {
        listener = Optional.of(session);
    }

    /** Whether no other GET waits, which would end the session; if so, {@link #poll} must follow. */
    synchronized boolean startPoll() {
        boolean first = !polled;
        polled = true;
        return first;
    }

    /** Lets a GET wait until there is something to say. */
    void poll(AsyncContext poll) {
        Optional<List<Frame>> last;
        synchronized (this) {
            last = farewell;
            waiting = Optional.of(poll);
        }
        if (last.isPresent()) {
            takePoll().ifPresent(now -> answer(now, last.get(), () -> closed(CloseReason.FORCED_CLOSE)));
        } else {
            poll.addListener(new Abort(() -> aborted(poll)));
            session().ifPresent(TransportListener::ready);
        }
    }

    /** Whether no other POST is being read; if so, {@link #posted} must follow. */
    boolean startPost() {
        return posting.compareAndSet(false, true);
    }

    void posted() {
        posting.set(false);
    }

    void received(List<Packet> packets) {
        session().ifPresent(to -> packets.forEach(to::received));
    }

    void closed(CloseReason reason) {
        session().ifPresent(to -> to.closed(reason));
    }

    @Override
    public void send(List<Frame> frames) {
        var poll = takePoll();
        if (poll.isEmpty()) {
            closed(CloseReason.TRANSPORT_CLOSE);
        } else {
            answer(poll.get(), frames, () -> session().ifPresent(TransportListener::written));
        }
    }

    @Override
    public void close(List<Frame> last, CloseReason reason) {
        var frames = new ArrayList<>(last);
        frames.add(CLOSE);
        takeLastPoll(frames).ifPresent(now -> answer(now, frames, () -> closed(reason)));
    }

    @Override
    public void abort(CloseReason reason) {
        var end = reason == CloseReason.TRANSPORT_CLOSE ? NOOP : CLOSE;
        takeLastPoll(List.of(end)).ifPresent(poll -> answer(poll, List.of(end), () -> {}));
        closed(reason);
    }

    private void answer(AsyncContext poll, List<Frame> frames, Runnable done) {
        Responses.write(poll, Payload.encode(frames), done, () -> closed(CloseReason.TRANSPORT_CLOSE));
    }

    private void aborted(AsyncContext poll) {
        boolean mine;
        synchronized (this) {
            mine = waiting.equals(Optional.of(poll));
        }
        if (mine) {
            takePoll();
            closed(CloseReason.TRANSPORT_CLOSE);
        }
    }

    /** @param last what a poll is told that comes only now */
    private synchronized Optional<AsyncContext> takeLastPoll(List<Frame> last) {
        var poll = takePoll();
        farewell = Optional.of(poll.isPresent() ? List.of(CLOSE) : List.copyOf(last));
        return poll;
    }

    private synchronized Optional<AsyncContext> takePoll() {
        var poll = waiting;
        waiting = Optional.empty();
        polled &= poll.isEmpty();
        return poll;
    }

    private synchronized Optional<TransportListener> session() {
        return listener;
    }
}
