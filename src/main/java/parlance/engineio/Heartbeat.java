package parlance.engineio;

/**
 * Pings a silent client and notices when the pong does not come. Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#heartbeat">Engine.IO, Heartbeat</a>
 */
final class Heartbeat {
    private final EngineSettings settings;
    private final Timer timer;
    private final Runnable ping;
    private final Runnable late;
    private Timer.Cancellation next = Timer.Cancellation.NOTHING;
    private boolean stopped;

    Heartbeat(EngineSettings settings, Timer timer, Runnable ping, Runnable late) {
        this.settings = settings;
        this.timer = timer;
        this.ping = ping;
        this.late = late;
    }

    /** At the start, and at each pong. */
    synchronized void beat() {
        if (!stopped) {
            next.cancel();
            next = timer.schedule(settings.pingInterval(), this::ping);
        }
    }

    synchronized void stop() {
        stopped = true;
        next.cancel();
    }

    private void ping() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            next = timer.schedule(settings.pingTimeout(), late);
        }
        ping.run();
    }
}
