package parlance.engineio;

import java.util.List;

/**
 * One way for a session's packets to travel. A transport reports to its {@link TransportListener}, and is driven by one
 * session, which never sends before the listener was told that the transport is ready.
 *
 * <p>No method blocks. Thread-safe.
 */
public interface Transport {
    /** The protocol's name for long-polling. */
    String POLLING = "polling";

    /** The protocol's name for WebSocket. */
    String WEBSOCKET = "websocket";

    /** {@link #POLLING} or {@link #WEBSOCKET}. */
    String name();

    /**
     * Writes these frames, in order. The transport then tells {@link TransportListener#written} and, as soon as it can
     * take more, {@link TransportListener#ready}.
     */
    void send(List<Frame> frames);

    /** Writes these last frames as soon as it can, tells the client that this is the end, and reports {@code closed}. */
    void close(List<Frame> last, CloseReason reason);

    /** Ends at once, without waiting for anything that is being written. */
    void abort(CloseReason reason);
}
