package parlance.engineio;

/** What a transport tells the session it belongs to. Thread-safe; may be called while sending. */
public interface TransportListener {
    void received(Packet packet);

    /** All frames of the last send were handed to the network. */
    void written();

    /** The next frames can be sent. */
    void ready();

    /** The transport is of no more use. Calls after the first have no effect. */
    void closed(CloseReason reason);
}
