package parlance.interpreter;

import java.time.Duration;
import java.util.Optional;

/**
 * What the interpreter needs to know.
 *
 * @param defaultDialect what a socket in {@code /} speaks that does not name a dialect; empty: what it says first tells
 * @param presenceGrace how long a user is still online after the last socket's transport was lost
 * @param maxSession longest life of a socket whose token never expires; the client is told a minute ahead
 * @param allowQueryToken whether {@code ?token=} is looked at, which proxies like to log
 */
public record InterpreterSettings(
        Optional<String> defaultDialect, Duration presenceGrace, Duration maxSession, boolean allowQueryToken) {
    public static final InterpreterSettings DEFAULTS =
            new InterpreterSettings(Optional.empty(), Duration.ofSeconds(5), Duration.ofHours(12), false);

    public InterpreterSettings {
        if (presenceGrace.isNegative()) {
            throw new IllegalArgumentException("presence grace must not be negative");
        }
        if (maxSession.isNegative() || maxSession.isZero()) {
            throw new IllegalArgumentException("max session must be positive");
        }
    }
}
