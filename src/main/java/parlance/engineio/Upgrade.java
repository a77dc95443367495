package parlance.engineio;

import java.time.Duration;
import java.util.List;

/**
 * A WebSocket that wants to take over a polling session: it probes with {@code 2probe}, is answered {@code 3probe}, and
 * takes over with {@code 5}. Meanwhile waiting polls are answered with a noop, so that the client can stop polling.
 * Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#upgrade">Engine.IO, Upgrade</a>
 */
final class Upgrade implements TransportListener {
    private static final Duration NOOP_INTERVAL = Duration.ofMillis(100);
    private static final String PROBE = "probe";

    private final Session session;
    private final Transport transport;
    private final Timer timer;
    private Timer.Cancellation timeout = Timer.Cancellation.NOTHING;
    private Timer.Cancellation noop = Timer.Cancellation.NOTHING;
    private State state = State.CONNECTED;

    private enum State {
        CONNECTED,
        PROBED,
        DONE,
        FAILED
    }

    Upgrade(Session session, Transport transport, Timer timer) {
        this.session = session;
        this.transport = transport;
        this.timer = timer;
    }

    synchronized void start(Duration upgradeTimeout) {
        timeout = timer.schedule(upgradeTimeout, () -> fail(CloseReason.TRANSPORT_ERROR));
    }

    @Override
    public void received(Packet packet) {
        if (state() == State.DONE) {
            session.received(packet);
        } else if (packet.equals(new Packet.Text(Packet.Type.PING, PROBE)) && advance(State.CONNECTED, State.PROBED)) {
            transport.send(List.of(Frame.of(Packet.Type.PONG, PROBE)));
            releasePolls();
        } else if (packet.equals(new Packet.Text(Packet.Type.UPGRADE, "")) && advance(State.PROBED, State.DONE)) {
            stopTimers();
            session.upgraded(transport);
        } else {
            fail(CloseReason.PARSE_ERROR);
        }
    }

    @Override
    public void written() {
        if (state() == State.DONE) {
            session.written(transport);
        }
    }

    @Override
    public void ready() {
        if (state() == State.DONE) {
            session.ready(transport);
        }
    }

    @Override
    public void closed(CloseReason reason) {
        if (state() == State.DONE) {
            session.lost(transport, reason);
        } else {
            fail(reason);
        }
    }

    /** The session goes on without, or has ended. */
    void fail(CloseReason reason) {
        synchronized (this) {
            if (state == State.DONE || state == State.FAILED) {
                return;
            }
            state = State.FAILED;
        }
        stopTimers();
        session.upgradeFailed();
        transport.abort(reason);
    }

    private synchronized State state() {
        return state;
    }

    private synchronized boolean advance(State from, State to) {
        if (state != from) {
            return false;
        }
        state = to;
        return true;
    }

    private void releasePolls() {
        session.sendVolatile(List.of(Frame.of(Packet.Type.NOOP, "")));
        synchronized (this) {
            if (state == State.PROBED) {
                noop = timer.schedule(NOOP_INTERVAL, this::releasePolls);
            }
        }
    }

    private synchronized void stopTimers() {
        timeout.cancel();
        noop.cancel();
    }
}
