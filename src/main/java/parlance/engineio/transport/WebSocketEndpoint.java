package parlance.engineio.transport;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;
import java.util.Optional;
import parlance.engineio.Admission;
import parlance.engineio.Engine;
import parlance.engineio.TransportListener;

/** One WebSocket, which opens a session or wants to take one over. */
final class WebSocketEndpoint extends Endpoint {
    private final Engine engine;
    private Optional<WebSocketTransport> transport = Optional.empty();

    WebSocketEndpoint(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void onOpen(Session socket, EndpointConfig config) {
        socket.setMaxIdleTimeout(0);
        var entry = (Entry) socket.getUserPrincipal();
        var opened = new WebSocketTransport(socket, engine.settings());
        var session = session(entry, opened);
        if (session.isEmpty()) {
            opened.abort(parlance.engineio.CloseReason.TRANSPORT_ERROR);
            return;
        }
        opened.reportTo(session.get());
        transport = Optional.of(opened);
        var messages = new Messages(engine.settings().maxPayload(), opened);
        socket.addMessageHandler(String.class, (MessageHandler.Partial<String>) messages::text);
        socket.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) messages::binary);
        session.get().ready();
    }

    @Override
    public void onClose(Session socket, CloseReason reason) {
        transport.ifPresent(open -> open.closed(parlance.engineio.CloseReason.TRANSPORT_CLOSE));
    }

    @Override
    public void onError(Session socket, Throwable problem) {
        transport.ifPresent(open -> open.failed(problem));
    }

    private Optional<TransportListener> session(Entry entry, WebSocketTransport opened) {
        if (entry.admission() instanceof Admission.Continues continues) {
            return engine.upgrade(continues.session(), opened);
        }
        return Optional.of(engine.open(entry.handshake(), opened));
    }

    /** Makes an endpoint for each WebSocket. */
    static final class Configurator extends ServerEndpointConfig.Configurator {
        private final Engine engine;

        Configurator(Engine engine) {
            this.engine = engine;
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true; // the filter did
        }

        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return endpoint.cast(new WebSocketEndpoint(engine));
        }
    }
}
