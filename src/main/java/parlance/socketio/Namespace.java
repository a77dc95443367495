package parlance.socketio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sockets that share gates, listeners and rooms, e.g. {@code /admin}. A session may be in several namespaces. Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/namespaces/">Socket.IO, Namespaces</a>
 */
public final class Namespace {
    private final String name;
    private final Adapter adapter;
    private final Map<SocketId, Socket> sockets = new ConcurrentHashMap<>();
    private final List<ConnectGate> gates = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> connectionListeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ackIds = new AtomicLong();

    Namespace(String name, Adapter adapter) {
        this.name = name;
        this.adapter = adapter;
    }

    /** Begins with a slash. */
    public String name() {
        return name;
    }

    /** Adds a gate, which every later CONNECT passes after those that are there. */
    public Namespace gate(ConnectGate gate) {
        gates.add(gate);
        return this;
    }

    /** Called with each socket once it is connected and its client was told so, before any of its events. May block. */
    public Namespace onConnection(Consumer<Socket> listener) {
        connectionListeners.add(listener);
        return this;
    }

    public Broadcast to(Room room) {
        return everybody().to(room);
    }

    /** The same as {@link #to}. */
    public Broadcast in(Room room) {
        return to(room);
    }

    public Broadcast except(Room room) {
        return everybody().except(room);
    }

    /** Volatile: to everybody whose transport can write at this moment. */
    public Broadcast ifWritable() {
        return everybody().ifWritable();
    }

    /** Emits to everybody. */
    public void emit(Event event) {
        everybody().emit(event);
    }

    public Optional<Socket> socket(SocketId id) {
        return Optional.ofNullable(sockets.get(id));
    }

    /** Who is connected at this moment. */
    public Collection<Socket> sockets() {
        return List.copyOf(sockets.values());
    }

    /** Who is in the room at this moment. */
    public Collection<Socket> sockets(Room room) {
        return adapter.sockets(room).stream().flatMap(id -> socket(id).stream()).toList();
    }

    /** Whether anybody is in the room. */
    public boolean inhabited(Room room) {
        return adapter.inhabited(room);
    }

    Broadcast everybody() {
        return new Broadcast(this, Target.EVERYBODY);
    }

    void broadcast(Event event, Target target) {
        adapter.broadcast(PacketEncoder.encode(event.packet(name, OptionalLong.empty())), target);
    }

    /** Runs the gates. */
    void admit(Socket socket) throws ConnectRefused {
        try {
            for (var gate : gates) {
                gate.admit(socket);
            }
        } catch (RuntimeException e) {
            Edge.log(socket.sid(), e);
            throw new ConnectRefused("Internal server error");
        }
    }

    void connected(Socket socket) {
        sockets.put(socket.id(), socket);
        connectionListeners.forEach(listener -> Edge.call(socket.sid(), () -> listener.accept(socket)));
    }

    void disconnected(Socket socket) {
        sockets.remove(socket.id());
        adapter.exit(socket.id());
    }

    Adapter adapter() {
        return adapter;
    }

    /** Counted per namespace, from 0. */
    long nextAckId() {
        return ackIds.getAndIncrement();
    }
}
