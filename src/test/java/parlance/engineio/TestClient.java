package parlance.engineio;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A client at the other end of a transport that is never slow, unless told to be. What it hears is text as on the wire;
 * bytes are heard as {@code b:} and their hexadecimal form.
 */
public final class TestClient implements Transport {
    private final String name;
    private final List<String> heard = new ArrayList<>();
    private Optional<TransportListener> listener = Optional.empty();
    private Optional<CloseReason> closed = Optional.empty();
    private boolean reading = true;
    private boolean unread;

    private TestClient(String name) {
        this.name = name;
    }

    /** A client that has just opened a session and read the open packet. */
    public static TestClient connect(Engine engine) {
        return connect(engine, Map.of(), Map.of());
    }

    public static TestClient connect(
            Engine engine, Map<String, List<String>> headers, Map<String, List<String>> query) {
        var client = open(engine, "websocket", headers, query);
        client.heard.clear();
        return client;
    }

    static TestClient open(
            Engine engine, String transport, Map<String, List<String>> headers, Map<String, List<String>> query) {
        var client = new TestClient(transport);
        var handshake = new Handshake("/socket.io/", headers, query, "127.0.0.1", false, false, Instant.EPOCH);
        client.listener = Optional.of(engine.open(handshake, client));
        client.tell(TransportListener::ready);
        return client;
    }

    /** A second transport of a session that polls. */
    static TestClient upgrade(Engine engine, Session session) {
        var client = new TestClient("websocket");
        client.listener = engine.upgrade(session, client);
        client.tell(TransportListener::ready);
        return client;
    }

    public void says(String... packets) {
        for (var packet : packets) {
            tell(to -> to.received(Packet.decode(packet)));
        }
    }

    public void says(ByteBuffer message) {
        tell(to -> to.received(new Packet.Binary(message)));
    }

    /** Breaks the transport without a word. */
    public void vanishes() {
        tell(to -> to.closed(CloseReason.TRANSPORT_CLOSE));
    }

    /** Takes nothing any more, until it reads on. */
    public void stopsReading() {
        reading = false;
    }

    public void readsOn() {
        reading = true;
        if (unread) {
            unread = false;
            tell(TransportListener::written);
            tell(TransportListener::ready);
        }
    }

    /** Everything heard since the last call. */
    public synchronized List<String> heard() {
        var all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    /** Why the server closed this transport, if it did. */
    public Optional<CloseReason> closed() {
        return closed;
    }

    boolean accepted() {
        return listener.isPresent();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(List<Frame> frames) {
        hear(frames);
        if (reading) {
            tell(TransportListener::written);
            tell(TransportListener::ready);
        } else {
            unread = true;
        }
    }

    @Override
    public void close(List<Frame> last, CloseReason reason) {
        hear(last);
        abort(reason);
    }

    @Override
    public void abort(CloseReason reason) {
        closed = Optional.of(reason);
        tell(to -> to.closed(reason));
    }

    private synchronized void hear(List<Frame> frames) {
        frames.forEach(frame -> heard.add(frame.isBinary() ? hex(frame) : frame.text()));
    }

    private void tell(Consumer<TransportListener> news) {
        listener.ifPresent(news);
    }

    private static String hex(Frame frame) {
        var hex = new StringBuilder("b:");
        var bytes = frame.bytes();
        while (bytes.hasRemaining()) {
            hex.append(String.format("%02x", bytes.get()));
        }
        return hex.toString();
    }
}
