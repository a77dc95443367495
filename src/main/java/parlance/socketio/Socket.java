package parlance.socketio;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import parlance.engineio.Session;
import parlance.json.JsonText;

/**
 * One client in one namespace. Thread-safe; its listeners are called one at a time, in its session's turn.
 *
 * <p>In a {@link ConnectGate} it is not connected yet, and emitting, joining and leaving throw {@link IllegalStateException}.
 * After its end, which may come at any moment, they do nothing.
 *
 * @see <a href="https://socket.io/docs/v4/server-socket-instance/">Socket.IO, The Socket instance</a>
 */
public final class Socket {
    private final SocketId id = SocketId.random();
    private final SocketData data = new SocketData();
    private final Namespace namespace;
    private final Client client;
    private final Session session;
    private final Handshake handshake;
    private final Wire wire;
    private final Listeners listeners;
    private final PendingAcks pendingAcks;
    private final Tasks tasks;

    Socket(Namespace namespace, Client client, Session session, Packet.Connect connect, ServerSettings settings) {
        this.namespace = namespace;
        this.client = client;
        this.session = session;
        this.handshake = Handshake.of(session.handshake(), connect.auth());
        this.wire = new Wire(session);
        this.listeners = new Listeners(session.id());
        this.pendingAcks = new PendingAcks(session, settings.maxPendingAcks());
        this.tasks = new Tasks(session, wire::connected);
    }

    public SocketId id() {
        return id;
    }

    public Namespace namespace() {
        return namespace;
    }

    public Handshake handshake() {
        return handshake;
    }

    public SocketData data() {
        return data;
    }

    /** {@code polling} or {@code websocket}; may change from the first to the second. */
    public String transportName() {
        return session.transport().name();
    }

    /** True from the CONNECT answer until either side disconnects; false in a disconnecting listener. */
    public boolean connected() {
        return wire.connected();
    }

    /** Adds a listener for events of that name. What must not be missed is added in the connection listener. */
    public Socket on(String event, EventListener listener) {
        listeners.on(event, listener);
        return this;
    }

    /** Adds a listener for every event, called before those for its name. */
    public Socket onAny(EventListener listener) {
        listeners.onAny(listener);
        return this;
    }

    /** Called at the end, while the socket is still in its rooms. */
    public Socket onDisconnecting(Consumer<DisconnectReason> listener) {
        listeners.onDisconnecting(listener);
        return this;
    }

    /** Called last, when the socket has left its rooms. */
    public Socket onDisconnect(Consumer<DisconnectReason> listener) {
        listeners.onDisconnect(listener);
        return this;
    }

    public void emit(Event event) {
        requireAdmitted();
        wire.send(encoded(event, OptionalLong.empty()));
    }

    /** Emits, unless something else waits or the transport cannot write at this moment: then nobody hears of it. */
    public void emitVolatile(Event event) {
        requireAdmitted();
        wire.sendVolatile(encoded(event, OptionalLong.empty()));
    }

    /**
     * Emits and gives what the client answers, or fails with {@link NotAcknowledged}. Stages that depend on it run in the
     * session's turn, or at once.
     */
    public CompletionStage<Answer> emitWithAck(Event event, Duration timeout) {
        requireAdmitted();
        long ackId = namespace.nextAckId();
        var packet = encoded(event, OptionalLong.of(ackId));
        return pendingAcks.expect(ackId, timeout, () -> wire.send(packet));
    }

    public void join(Room room) {
        requireAdmitted();
        namespace.adapter().join(id, room);
    }

    public void leave(Room room) {
        requireAdmitted();
        namespace.adapter().leave(id, room);
    }

    /** The rooms it is in, the one of its own id among them; none before and after it is connected. */
    public Set<Room> rooms() {
        return namespace.adapter().rooms(id);
    }

    /** An emit to everybody in the namespace but this socket. */
    public Broadcast broadcast() {
        return namespace.everybody().except(id);
    }

    /** An emit to everybody in the room but this socket. */
    public Broadcast to(Room room) {
        return broadcast().to(room);
    }

    /** An emit to everybody who is not in the room, but this socket. */
    public Broadcast except(Room room) {
        return broadcast().except(room);
    }

    /**
     * Leaves this namespace and tells the client, which does not come back by itself. No event listener is called any more; the
     * disconnect listeners follow in the session's turn. In a gate, the client is disconnected as soon as it has connected,
     * and no listener is ever called.
     */
    public void disconnect() {
        if (wire.disconnect(farewell())) {
            client.disconnected(this);
        }
    }

    /** Disconnects every socket of this session, in its turn, and closes the session. This socket is disconnected at once. */
    public void disconnectSession() {
        disconnect();
        client.disconnectSession();
    }

    /**
     * Runs the task once everything emitted so far was handed to the transport, and never if the session ends before. The task
     * must not block.
     */
    public void whenWritten(Runnable task) {
        session.whenWritten(task);
    }

    /** Runs the task after the delay in the session's turn, where it may block; never after the end of this socket. */
    public Scheduled schedule(Duration delay, Runnable task) {
        return tasks.schedule(delay, task);
    }

    String sid() {
        return session.id();
    }

    /** The gates are passed: tells the client, then the listeners. False when the socket was disconnected meanwhile. */
    boolean connect() {
        var answer = JsonText.object(o -> o.add("sid", id.text()));
        namespace.adapter().enter(id, wire);
        if (wire.connect(PacketEncoder.encode(new Packet.Connect(namespace.name(), answer)), farewell())) {
            namespace.connected(this);
            return true;
        }
        abandon();
        return false;
    }

    /** The end of a socket that was never connected. */
    void abandon() {
        wire.close();
        namespace.disconnected(this);
        tasks.close();
    }

    void received(Packet.Event packet) {
        if (wire.connected()) {
            listeners.event(Event.received(packet), new Ack(packet.ackId(), this::answer));
        }
    }

    void received(Packet.Ack packet) {
        pendingAcks.answered(packet.ackId(), new Answer(packet.args(), packet.attachments()));
    }

    /** The end, in the session's turn; what the server did before counts as the reason. */
    void end(DisconnectReason reason) {
        var first = wire.close() ? reason : DisconnectReason.SERVER_NAMESPACE_DISCONNECT;
        tasks.close();
        listeners.disconnecting(first);
        namespace.disconnected(this);
        pendingAcks.close();
        listeners.disconnected(first);
    }

    private void answer(long ackId, Answer answer) {
        var packet = new Packet.Ack(namespace.name(), ackId, answer.args(), answer.attachments());
        wire.send(PacketEncoder.encode(packet));
    }

    private EncodedPacket encoded(Event event, OptionalLong ackId) {
        return PacketEncoder.encode(event.packet(namespace.name(), ackId));
    }

    private EncodedPacket farewell() {
        return PacketEncoder.encode(new Packet.Disconnect(namespace.name()));
    }

    private void requireAdmitted() {
        if (wire.admitting()) {
            throw new IllegalStateException("socket " + id.text() + " is not connected yet");
        }
    }
}
