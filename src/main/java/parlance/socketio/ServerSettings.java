package parlance.socketio;

import java.time.Duration;

/**
 * What a server allows its clients. All limits are per session unless said otherwise.
 *
 * @param connectTimeout how long a session may be in no namespace before it is closed, at least 1 ms
 * @param maxAttachments binary attachments of one received packet, 0 to 1,000; a packet with more closes the session
 * @param maxNamespaces namespaces joined at once, at least 1; a CONNECT beyond is refused
 * @param maxRefusals refused CONNECTs, at least 1; the last one closes the session
 * @param maxPendingAcks answers that one socket may owe us at once, at least 1; further emits with ack fail
 */
public record ServerSettings(
        Duration connectTimeout, int maxAttachments, int maxNamespaces, int maxRefusals, int maxPendingAcks) {
    /** As Node: 45 s and 10 attachments; what Node leaves open is 32 namespaces, 32 refusals and 1,000 pending acks. */
    public static final ServerSettings DEFAULTS = new ServerSettings(Duration.ofSeconds(45), 10, 32, 32, 1_000);

    private static final int ATTACHMENTS_LIMIT = 1_000;

    public ServerSettings {
        if (connectTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("connectTimeout must be at least 1 ms: " + connectTimeout);
        }
        if (maxAttachments < 0 || maxAttachments > ATTACHMENTS_LIMIT) {
            throw new IllegalArgumentException("maxAttachments must be 0 to 1000: " + maxAttachments);
        }
        requirePositive("maxNamespaces", maxNamespaces);
        requirePositive("maxRefusals", maxRefusals);
        requirePositive("maxPendingAcks", maxPendingAcks);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
