package parlance.engineio;

/** Ties a session to the transport of its handshake. */
record Link(Session session, Transport transport) implements TransportListener {
    @Override
    public void received(Packet packet) {
        session.received(packet);
    }

    @Override
    public void written() {
        session.written(transport);
    }

    @Override
    public void ready() {
        session.ready(transport);
    }

    @Override
    public void closed(CloseReason reason) {
        session.lost(transport, reason);
    }
}
