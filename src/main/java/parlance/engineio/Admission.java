package parlance.engineio;

/** What an HTTP request to the engine's path may do. */
public sealed interface Admission {
    /** Open a session. */
    record Opens() implements Admission {}

    /** Go on with this session: a poll, a post, or a WebSocket to upgrade to. */
    record Continues(Session session) implements Admission {}

    record Refused(EngineError error) implements Admission {}
}
