package parlance.engineio.transport;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import parlance.engineio.CloseReason;
import parlance.engineio.EngineSettings;
import parlance.engineio.Frame;
import parlance.engineio.Packet;
import parlance.engineio.Transport;
import parlance.engineio.TransportListener;

/**
 * A WebSocket, written one frame after the other, because the specification promises nothing about two at once.
 * Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#websocket">Engine.IO, WebSocket</a>
 */
final class WebSocketTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(WebSocketTransport.class.getName());

    private final Session socket;
    private final RemoteEndpoint.Async remote;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final AtomicInteger steps = new AtomicInteger();
    private Optional<TransportListener> listener = Optional.empty();
    private Optional<CloseReason> closing = Optional.empty();
    private boolean writing;
    private boolean unreported;

    WebSocketTransport(Session socket, EngineSettings settings) {
        this.socket = socket;
        this.remote = socket.getAsyncRemote();
        remote.setSendTimeout(settings.patience().toMillis());
    }

    @Override
    public String name() {
        return WEBSOCKET;
    }

    synchronized void reportTo(TransportListener session) {
        listener = Optional.of(session);
    }

    void received(Packet packet) {
        session().ifPresent(to -> to.received(packet));
    }

    void closed(CloseReason reason) {
        session().ifPresent(to -> to.closed(reason));
    }

    void failed(Throwable problem) {
        LOG.log(System.Logger.Level.DEBUG, "a WebSocket broke", problem);
        closed(CloseReason.TRANSPORT_ERROR);
    }

    /** The client's message is over the limit: 1009. */
    void tooLarge() {
        shut(CloseCodes.TOO_BIG);
        closed(CloseReason.TRANSPORT_ERROR);
    }

    @Override
    public void send(List<Frame> more) {
        synchronized (this) {
            frames.addAll(more);
            unreported = true;
        }
        drive();
    }

    @Override
    public void close(List<Frame> last, CloseReason reason) {
        synchronized (this) {
            frames.addAll(last);
            closing = Optional.of(reason);
        }
        drive();
    }

    @Override
    public void abort(CloseReason reason) {
        synchronized (this) {
            frames.clear();
        }
        shut(code(reason));
        closed(reason);
    }

    /** Containers call back on the sender's own stack: whoever comes second leaves the work to the first. */
    private void drive() {
        if (steps.getAndIncrement() != 0) {
            return;
        }
        do {
            step();
        } while (steps.decrementAndGet() != 0);
    }

    private void step() {
        Optional<Frame> next;
        boolean report;
        Optional<CloseReason> end;
        synchronized (this) {
            if (writing) {
                return;
            }
            next = Optional.ofNullable(frames.poll());
            writing = next.isPresent();
            report = unreported && !writing;
            unreported &= writing;
            end = writing ? Optional.empty() : closing;
        }
        next.ifPresent(this::write);
        if (report) {
            session().ifPresent(TransportListener::written);
        }
        if (end.isPresent()) {
            abort(end.get());
        } else if (report) {
            session().ifPresent(TransportListener::ready);
        }
    }

    private void write(Frame frame) {
        try {
            if (frame.isBinary()) {
                remote.sendBinary(frame.bytes(), this::written);
            } else {
                remote.sendText(frame.text(), this::written);
            }
        } catch (IllegalStateException e) {
            failed(e);
        }
    }

    private void written(SendResult result) {
        if (result.isOK()) {
            synchronized (this) {
                writing = false;
            }
            drive();
        } else {
            failed(result.getException());
        }
    }

    private void shut(CloseCodes code) {
        try {
            socket.close(new jakarta.websocket.CloseReason(code, ""));
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "a WebSocket was gone before it was closed", e);
        }
    }

    private synchronized Optional<TransportListener> session() {
        return listener;
    }

    private static CloseCodes code(CloseReason reason) {
        return switch (reason) {
            case SERVER_SHUTTING_DOWN -> CloseCodes.GOING_AWAY;
            case PARSE_ERROR -> CloseCodes.PROTOCOL_ERROR;
            case TOO_SLOW, TOO_FAST -> CloseCodes.VIOLATED_POLICY;
            default -> CloseCodes.NORMAL_CLOSURE;
        };
    }
}
