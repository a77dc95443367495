package parlance.engineio;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * All Engine.IO sessions of one path. Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#handshake">Engine.IO, Handshake</a>
 */
public final class Engine {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 18;

    private final EngineSettings settings;
    private final Timer timer;
    private final Executor executor;
    private final EngineListener application;
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * @param executor where sessions' messages are handled; its threads may block
     * @param application told of each new session
     */
    public Engine(EngineSettings settings, Timer timer, Executor executor, EngineListener application) {
        this.settings = settings;
        this.timer = timer;
        this.executor = executor;
        this.application = application;
    }

    public EngineSettings settings() {
        return settings;
    }

    public Collection<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    /**
     * Reads {@code EIO}, {@code transport} and {@code sid}; each may be there once.
     *
     * @param upgrade whether the request asks for a WebSocket
     */
    public Admission admit(String method, Map<String, List<String>> query, boolean upgrade) {
        var transport = first(query, "transport");
        var sid = first(query, "sid");
        if (stopped || repeated(query)) {
            return new Admission.Refused(EngineError.BAD_REQUEST);
        }
        if (!transport.equals(Optional.of(Transport.POLLING)) && !transport.equals(Optional.of(Transport.WEBSOCKET))) {
            return new Admission.Refused(EngineError.UNKNOWN_TRANSPORT);
        }
        boolean mismatch = upgrade != transport.get().equals(Transport.WEBSOCKET);
        return sid.isPresent() ? resume(sid.get(), transport.get(), mismatch) : handshake(method, query, mismatch);
    }

    /** A new session over this transport, which is sent the open packet as soon as it is ready. */
    public TransportListener open(Handshake handshake, Transport transport) {
        var id = newId();
        var mailbox = new Mailbox(executor, timer, settings.mailboxBytes());
        var session = new Session(
                id, handshake, transport, settings, timer, mailbox, ended -> sessions.remove(ended.id(), ended));
        sessions.put(id, session);
        session.start(Frame.of(Packet.Type.OPEN, openPacket(id, transport)), application);
        return new Link(session, transport);
    }

    /** A WebSocket that may take over the session; empty when the session is past that, or has one already. */
    public Optional<TransportListener> upgrade(Session session, Transport transport) {
        return session.startUpgrade(transport, settings.upgradeTimeout()).map(upgrade -> upgrade);
    }

    /** Opens no session any more, and closes those there are. */
    public void stop() {
        stopped = true;
        sessions.values().forEach(session -> session.close(CloseReason.SERVER_SHUTTING_DOWN));
    }

    private Admission resume(String sid, String transport, boolean mismatch) {
        var session = Optional.ofNullable(sessions.get(sid));
        if (session.isEmpty()) {
            return new Admission.Refused(EngineError.UNKNOWN_SID);
        }
        boolean otherTransport = transport.equals(Transport.POLLING)
                && !session.get().transport().name().equals(Transport.POLLING);
        if (mismatch || otherTransport) {
            return new Admission.Refused(EngineError.BAD_REQUEST);
        }
        return new Admission.Continues(session.get());
    }

    private static Admission handshake(String method, Map<String, List<String>> query, boolean mismatch) {
        if (!method.equals("GET")) {
            return new Admission.Refused(EngineError.BAD_HANDSHAKE_METHOD);
        }
        if (mismatch) {
            return new Admission.Refused(EngineError.BAD_REQUEST);
        }
        if (!first(query, "EIO").equals(Optional.of("4"))) {
            return new Admission.Refused(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
        }
        return new Admission.Opens();
    }

    private static boolean repeated(Map<String, List<String>> query) {
        return List.of("EIO", "transport", "sid").stream()
                .anyMatch(name -> query.getOrDefault(name, List.of()).size() > 1);
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private String openPacket(String id, Transport transport) {
        return "{\"sid\":\"" + id + "\",\"upgrades\":["
                + (transport.name().equals(Transport.POLLING) ? "\"websocket\"" : "")
                + "],\"pingInterval\":" + settings.pingInterval().toMillis() + ",\"pingTimeout\":"
                + settings.pingTimeout().toMillis() + ",\"maxPayload\":" + settings.maxPayload() + "}";
    }

    private static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
