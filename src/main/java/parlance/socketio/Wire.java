package parlance.socketio;

import java.util.concurrent.atomic.AtomicReference;
import parlance.engineio.Session;

/**
 * The way of one socket to its client, open from the CONNECT answer to the DISCONNECT packet. Thread-safe. A packet that another
 * thread sends at the very moment of a disconnect may follow the DISCONNECT; clients ignore it.
 */
final class Wire implements Adapter.Receiver {
    private final Session session;
    private final AtomicReference<State> state = new AtomicReference<>(State.ADMITTING);

    Wire(Session session) {
        this.session = session;
    }

    boolean admitting() {
        return state.get() == State.ADMITTING;
    }

    boolean connected() {
        return state.get() == State.CONNECTED;
    }

    /** Answers the CONNECT; false when the socket was closed meanwhile, and the client is told that as well. */
    boolean connect(EncodedPacket answer, EncodedPacket farewell) {
        session.send(answer.frames());
        boolean connected = state.compareAndSet(State.ADMITTING, State.CONNECTED);
        if (!connected) {
            session.send(farewell.frames());
        }
        return connected;
    }

    /** Ends the connected state with a packet; false when it was not connected, and nothing is sent. */
    boolean disconnect(EncodedPacket farewell) {
        boolean connected = close();
        if (connected) {
            session.send(farewell.frames());
        }
        return connected;
    }

    /** Ends the connected state without a word; false when it was not connected. */
    boolean close() {
        return state.getAndSet(State.CLOSED) == State.CONNECTED;
    }

    @Override
    public void send(EncodedPacket packet) {
        if (connected()) {
            session.send(packet.frames());
        }
    }

    @Override
    public void sendVolatile(EncodedPacket packet) {
        if (connected()) {
            session.sendVolatile(packet.frames());
        }
    }

    private enum State {
        ADMITTING,
        CONNECTED,
        CLOSED
    }
}
