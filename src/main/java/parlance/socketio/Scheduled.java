package parlance.socketio;

/** A task that waits for its time. */
@FunctionalInterface
public interface Scheduled {
    /** Makes it not run, unless it already does or did. May be called again without effect. */
    void cancel();
}
