package parlance.engineio;

import java.time.Duration;

/**
 * What an engine needs to know.
 *
 * @param pingInterval silence before the server pings, at least 10 ms; the client learns it in the handshake
 * @param pingTimeout time for the pong, at least 10 ms; the client learns it in the handshake
 * @param upgradeTimeout time for a probing WebSocket to take over
 * @param maxPayload largest WebSocket message or polling body that is read, in bytes; the client learns it in the
 *     handshake
 * @param outboxBytes backlog at which a client that reads too slowly is closed, in bytes
 * @param mailboxBytes backlog at which a client that sends faster than its messages are handled is closed, in UTF-16
 *     units of text or bytes of binary
 * @param maxPacketsPerPayload most packets in one polling body
 */
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        int maxPayload,
        int outboxBytes,
        int mailboxBytes,
        int maxPacketsPerPayload) {
    private static final Duration SHORTEST = Duration.ofMillis(10);

    public static final EngineSettings DEFAULTS = new EngineSettings(
            Duration.ofSeconds(25),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            1_000_000,
            4 << 20,
            4 << 20,
            10_000);

    public EngineSettings {
        atLeastShortest("pingInterval", pingInterval);
        atLeastShortest("pingTimeout", pingTimeout);
        atLeastShortest("upgradeTimeout", upgradeTimeout);
        positive("maxPayload", maxPayload);
        positive("outboxBytes", outboxBytes);
        positive("mailboxBytes", mailboxBytes);
        positive("maxPacketsPerPayload", maxPacketsPerPayload);
    }

    /** How long a client may be silent. */
    public Duration patience() {
        return pingInterval.plus(pingTimeout);
    }

    private static void atLeastShortest(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(name + " must be at least 10 ms");
        }
    }

    private static void positive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
