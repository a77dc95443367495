package parlance.chat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that sort by the millisecond they were made in, which keeps their index compact. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, UUID version 7</a>
 */
final class TimeOrderedIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BITS_ABOVE = 12;
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedIds() {}

    static UUID at(Instant instant) {
        long time = instant.toEpochMilli() << 16;
        long above = RANDOM.nextInt(1 << RANDOM_BITS_ABOVE);
        long below = RANDOM.nextLong() >>> 2;
        return new UUID(time | VERSION_7 | above, VARIANT | below);
    }
}
