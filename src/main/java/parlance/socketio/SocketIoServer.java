package parlance.socketio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parlance.engineio.CloseReason;
import parlance.engineio.EngineListener;
import parlance.engineio.Session;
import parlance.engineio.SessionListener;

/**
 * A Socket.IO server on top of an Engine.IO engine, which it is the listener of.
 *
 * <pre>{@code
 * var server = new SocketIoServer(ServerSettings.DEFAULTS);
 * server.of("/").onConnection(socket -> socket.on("hello", (event, ack) -> ack.send(JsonText.string("hi"))));
 * var engine = new Engine(EngineSettings.DEFAULTS, timer, executor, server);
 * }</pre>
 *
 * <p>Thread-safe. Namespaces, their gates and listeners are meant to be there before the first client is.
 *
 * @see <a href="https://socket.io/docs/v4/server-api/">Socket.IO, Server API</a>
 */
public final class SocketIoServer implements EngineListener {
    private final ServerSettings settings;
    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public SocketIoServer(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * The namespace of that name, from now on open to clients. Any other is refused with {@code Invalid namespace}.
     *
     * @param name the leading slash may be missing; no comma, at most 512 characters
     */
    public Namespace of(String name) {
        var full = name.startsWith("/") ? name : "/" + name;
        if (full.indexOf(',') >= 0 || full.length() > PacketReader.MAX_NAMESPACE) {
            throw new IllegalArgumentException("no name for a namespace: " + name);
        }
        return namespaces.computeIfAbsent(full, key -> new Namespace(key, new LocalAdapter()));
    }

    @Override
    public SessionListener opened(Session session) {
        var client = new Client(this, session);
        clients.add(client);
        if (closed) {
            client.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
        return client;
    }

    /** Closes every session, and those that are still to come; clients are not sent DISCONNECT, so that they come back. */
    public void close() {
        closed = true;
        clients.forEach(client -> client.close(CloseReason.SERVER_SHUTTING_DOWN));
    }

    Optional<Namespace> find(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    ServerSettings settings() {
        return settings;
    }

    void closed(Client client) {
        clients.remove(client);
    }
}
