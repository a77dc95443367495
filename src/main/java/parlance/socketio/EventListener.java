package parlance.socketio;

/** Called for each event of its name, in the order in which the client emitted them, one at a time per session. May block. */
@FunctionalInterface
public interface EventListener {
    /**
     * Anything thrown is logged and costs only this call.
     *
     * @param ack how to answer; sends nothing when the client does not want an answer
     */
    void on(Event event, Ack ack);
}
