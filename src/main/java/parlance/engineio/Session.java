package parlance.engineio;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One client, from its handshake to its end, whatever transports it uses meanwhile. Thread-safe; nothing here waits for
 * the client.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#session">Engine.IO, Session</a>
 */
public final class Session {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final String id;
    private final Handshake handshake;
    private final Timer timer;
    private final Mailbox mailbox;
    private final Consumer<Session> forget;
    private final Heartbeat heartbeat;
    private final Object lock = new Object();
    private final Outgoing outgoing;
    private Optional<Upgrade> upgrade = Optional.empty();
    private Optional<CloseReason> closeReason = Optional.empty();
    private Optional<SessionListener> listener = Optional.empty();

    Session(
            String id,
            Handshake handshake,
            Transport first,
            EngineSettings settings,
            Timer timer,
            Mailbox mailbox,
            Consumer<Session> forget) {
        this.id = id;
        this.handshake = handshake;
        this.timer = timer;
        this.mailbox = mailbox;
        this.forget = forget;
        this.outgoing = new Outgoing(first, settings.outboxBytes());
        this.heartbeat = new Heartbeat(
                settings,
                timer,
                () -> send(List.of(Frame.of(Packet.Type.PING, ""))),
                () -> end(CloseReason.PING_TIMEOUT));
    }

    void start(Frame openPacket, EngineListener application) {
        mailbox.put(guarded(() -> listener = Optional.of(application.opened(this))));
        send(List.of(openPacket));
        heartbeat.beat();
    }

    public String id() {
        return id;
    }

    public Handshake handshake() {
        return handshake;
    }

    /** The transport that packets go out by now; another one after an upgrade. */
    public Transport transport() {
        return outgoing.transport();
    }

    public boolean open() {
        return closeReason().isEmpty();
    }

    public Optional<CloseReason> closeReason() {
        synchronized (lock) {
            return closeReason;
        }
    }

    /**
     * Sends all of these next to each other, after everything sent before. A backlog over the outbox's limit closes the
     * session with {@link CloseReason#TOO_SLOW}; a closed session ignores them.
     */
    public void send(List<Frame> frames) {
        if (!outgoing.send(frames)) {
            end(CloseReason.TOO_SLOW);
        }
    }

    /** Sends these unless something else waits or the transport cannot write at this moment; says whether it did. */
    public boolean sendVolatile(List<Frame> frames) {
        return outgoing.sendVolatile(frames);
    }

    /**
     * Runs the task once everything sent so far was handed to the transport (for polling: taken by a poll), at once if it
     * was already, and never if the session ends before. The task must not block.
     */
    public void whenWritten(Runnable task) {
        outgoing.whenWritten(guarded(task));
    }

    /** Runs the task in this session's turn, after what was received before, unless it ended by then. The task may block. */
    public void execute(Runnable task) {
        mailbox.put(guarded(() -> {
            if (open()) {
                task.run();
            }
        }));
    }

    /** Runs the task after the delay in this session's turn, unless it ended by then. The task may block. */
    public Timer.Cancellation schedule(Duration delay, Runnable task) {
        return timer.schedule(delay, () -> execute(task));
    }

    /**
     * Ends the session from this side: what was received and not yet handled is dropped; with a reason of the
     * application's or the server's choice, what was sent before still goes out.
     */
    public void close(CloseReason reason) {
        end(reason);
    }

    void received(Packet packet) {
        if (packet instanceof Packet.Binary binary) {
            ByteBuffer data = binary.data();
            deliver(data.remaining(), to -> to.binary(data));
        } else if (packet instanceof Packet.Text text) {
            switch (text.type()) {
                case MESSAGE -> deliver(text.data().length(), to -> to.text(text.data()));
                case PONG -> heartbeat.beat();
                case CLOSE -> end(CloseReason.TRANSPORT_CLOSE);
                case NOOP -> {}
                case OPEN, PING, UPGRADE -> end(CloseReason.PARSE_ERROR);
            }
        }
    }

    void written(Transport by) {
        outgoing.written(by);
    }

    void ready(Transport by) {
        outgoing.ready(by);
    }

    void lost(Transport by, CloseReason reason) {
        if (by == transport()) {
            end(reason);
            forget.accept(this);
        }
    }

    /** A WebSocket that will probe, or none when the session has one already, probing or in use. */
    Optional<Upgrade> startUpgrade(Transport to, Duration timeout) {
        Upgrade started;
        synchronized (lock) {
            if (upgrade.isPresent()
                    || closeReason.isPresent()
                    || transport().name().equals(to.name())) {
                return Optional.empty();
            }
            started = new Upgrade(this, to, timer);
            upgrade = Optional.of(started);
        }
        started.start(timeout);
        return Optional.of(started);
    }

    void upgradeFailed() {
        synchronized (lock) {
            upgrade = Optional.empty();
        }
    }

    void upgraded(Transport to) {
        outgoing.handOver(to)
                .ifPresentOrElse(
                        left -> left.abort(CloseReason.TRANSPORT_CLOSE),
                        () -> to.abort(closeReason().orElse(CloseReason.TRANSPORT_CLOSE)));
        ready(to);
    }

    private void deliver(int size, Consumer<SessionListener> message) {
        if (!mailbox.put(size, guarded(() -> listener.ifPresent(message)))) {
            end(CloseReason.TOO_FAST);
        }
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (ProtocolException e) {
                LOG.log(System.Logger.Level.DEBUG, () -> "session " + id + ": " + e.getMessage());
                end(CloseReason.PARSE_ERROR);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, () -> "session " + id + ": a message was not handled", e);
            }
        };
    }

    private void end(CloseReason reason) {
        Optional<Upgrade> failed;
        synchronized (lock) {
            if (closeReason.isPresent()) {
                return;
            }
            closeReason = Optional.of(reason);
            failed = upgrade;
        }
        var rest = outgoing.end();
        var last = rest.transport();
        heartbeat.stop();
        failed.ifPresent(probing -> probing.fail(reason));
        if (reason.dropsInput()) {
            mailbox.discard();
        }
        if (reason.graceful()) {
            timer.schedule(CLOSING, () -> last.abort(reason));
            last.close(rest.frames(), reason);
        } else {
            last.abort(reason);
            forget.accept(this);
        }
        mailbox.finish(guarded(() -> listener.ifPresent(told -> told.closed(reason))));
    }
}
