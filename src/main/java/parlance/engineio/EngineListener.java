package parlance.engineio;

/** The application on top of an engine. */
@FunctionalInterface
public interface EngineListener {
    /** Called once per session, in the session's own turn, before any of its messages. */
    SessionListener opened(Session session);
}
