package parlance.socketio;

/** Where the application's code is called, and where what it throws ends. */
final class Edge {
    private static final System.Logger LOG = System.getLogger(Edge.class.getName());

    private Edge() {}

    /** Anything thrown is logged with the session's id, once, and goes no further. */
    static void call(String sid, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException e) {
            log(sid, e);
        }
    }

    static void log(String sid, RuntimeException thrown) {
        LOG.log(System.Logger.Level.ERROR, () -> "session " + sid + ": the application failed", thrown);
    }
}
