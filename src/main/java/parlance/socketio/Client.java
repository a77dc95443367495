package parlance.socketio;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parlance.engineio.CloseReason;
import parlance.engineio.ProtocolException;
import parlance.engineio.Session;
import parlance.engineio.SessionListener;
import parlance.engineio.Timer;

/**
 * One session and its sockets, one per namespace. Everything but {@link #disconnected(Socket)} and
 * {@link #disconnectSession()} happens in the session's turn.
 */
final class Client implements SessionListener {
    private final SocketIoServer server;
    private final Session session;
    private final PacketDecoder decoder;
    private final Map<String, Socket> sockets = new HashMap<>();
    private final Set<String> disconnected = new HashSet<>();
    private int refusals;
    private Timer.Cancellation connectTimeout = Timer.Cancellation.NOTHING;

    Client(SocketIoServer server, Session session) {
        this.server = server;
        this.session = session;
        this.decoder = new PacketDecoder(server.settings().maxAttachments(), this::knows);
        awaitConnect();
    }

    @Override
    public void text(String data) {
        decoder.text(data).ifPresent(this::received);
    }

    @Override
    public void binary(ByteBuffer data) {
        decoder.binary(data).ifPresent(this::received);
    }

    @Override
    public void closed(CloseReason reason) {
        server.closed(this);
        connectTimeout.cancel();
        var all = List.copyOf(sockets.values());
        sockets.clear();
        all.forEach(socket -> socket.end(DisconnectReason.of(reason)));
    }

    void close(CloseReason reason) {
        session.close(reason);
    }

    /** The socket has left on the server's side; what is left to do waits for the session's turn. */
    void disconnected(Socket socket) {
        session.execute(() -> leave(socket, DisconnectReason.SERVER_NAMESPACE_DISCONNECT));
    }

    void disconnectSession() {
        session.execute(() -> {
            for (var socket : List.copyOf(sockets.values())) {
                socket.disconnect();
                leave(socket, DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
            }
            session.close(CloseReason.FORCED_SERVER_CLOSE);
        });
    }

    private void received(Packet packet) {
        if (packet instanceof Packet.Connect connect) {
            connect(connect);
            return;
        }
        socket(packet.namespace()).ifPresent(joined -> received(packet, joined));
    }

    private boolean knows(String namespace) {
        return sockets.containsKey(namespace) || disconnected.contains(namespace);
    }

    private void received(Packet packet, Socket socket) {
        if (packet instanceof Packet.Event event) {
            socket.received(event);
        } else if (packet instanceof Packet.Ack ack) {
            socket.received(ack);
        } else if (packet instanceof Packet.Disconnect) {
            leave(socket, DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        } else {
            throw new ProtocolException("packet that only a server sends");
        }
    }

    private void connect(Packet.Connect connect) {
        var name = connect.namespace();
        socket(name)
                .filter(socket -> !socket.connected())
                .ifPresent(socket -> leave(socket, DisconnectReason.SERVER_NAMESPACE_DISCONNECT));
        if (sockets.containsKey(name)) {
            throw new ProtocolException("second CONNECT");
        }
        disconnected.remove(name);
        if (session.open()) {
            try {
                admit(connect);
            } catch (ConnectRefused e) {
                refuse(name, e);
            }
        }
    }

    private void admit(Packet.Connect connect) throws ConnectRefused {
        var namespace = server.find(connect.namespace()).orElseThrow(() -> new ConnectRefused("Invalid namespace"));
        if (sockets.size() >= server.settings().maxNamespaces()) {
            throw new ConnectRefused("Too many namespaces");
        }
        var socket = new Socket(namespace, this, session, connect, server.settings());
        try {
            namespace.admit(socket);
        } catch (ConnectRefused e) {
            socket.abandon();
            throw e;
        }
        join(socket);
    }

    private void join(Socket socket) {
        if (!session.open()) {
            socket.abandon();
            return;
        }
        connectTimeout.cancel();
        sockets.put(socket.namespace().name(), socket);
        if (!socket.connect()) {
            forget(socket, DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
        }
    }

    private void refuse(String namespace, ConnectRefused refused) {
        session.send(PacketEncoder.encode(new Packet.ConnectError(namespace, refused.reason()))
                .frames());
        refusals++;
        if (refusals >= server.settings().maxRefusals()) {
            session.close(CloseReason.FORCED_SERVER_CLOSE);
        }
    }

    private void leave(Socket socket, DisconnectReason reason) {
        if (socket(socket.namespace().name()).filter(socket::equals).isPresent()) {
            forget(socket, reason);
            socket.end(reason);
        }
    }

    /** What the client sent before it hears that the server disconnected it is no offence. */
    private void forget(Socket socket, DisconnectReason reason) {
        var name = socket.namespace().name();
        sockets.remove(name);
        if (reason == DisconnectReason.SERVER_NAMESPACE_DISCONNECT
                && disconnected.size() < server.settings().maxNamespaces()) {
            disconnected.add(name);
        }
        if (sockets.isEmpty()) {
            awaitConnect();
        }
    }

    private void awaitConnect() {
        connectTimeout = session.schedule(server.settings().connectTimeout(), () -> {
            if (sockets.isEmpty()) {
                session.close(CloseReason.FORCED_SERVER_CLOSE);
            }
        });
    }

    private Optional<Socket> socket(String namespace) {
        return Optional.ofNullable(sockets.get(namespace));
    }
}
