package parlance.interpreter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Warns a minute before a socket's token ends, and acts when it does. A token that never expires lives for the longest
 * session. One thread at a time: the socket's.
 */
final class TokenWatch {
    static final Duration AHEAD = Duration.ofSeconds(60);

    /** Longer waits are taken in steps, because an {@code exp} may lie further ahead than a timer can count. */
    private static final Duration STEP = Duration.ofDays(1);

    private final Later later;
    private final Clock clock;
    private final Duration maxSession;
    private final Consumer<Instant> warning;
    private final Runnable end;
    private Runnable cancel = () -> {};

    TokenWatch(Later later, Clock clock, Duration maxSession, Consumer<Instant> warning, Runnable end) {
        this.later = later;
        this.clock = clock;
        this.maxSession = maxSession;
        this.warning = warning;
        this.end = end;
    }

    /** From now on watches this token, or none that ends, and tells when it will be over. */
    Instant watch(Optional<Instant> expiresAt) {
        var until = expiresAt.orElseGet(() -> clock.instant().plus(maxSession));
        cancel.run();
        wait(until);
        return until;
    }

    private void wait(Instant until) {
        var left = Duration.between(clock.instant(), until);
        if (left.compareTo(AHEAD) > 0) {
            var ahead = left.minus(AHEAD);
            cancel = later.after(ahead.compareTo(STEP) < 0 ? ahead : STEP, () -> wait(until));
        } else {
            warning.accept(until);
            cancel = later.after(left.isNegative() ? Duration.ZERO : left, end);
        }
    }
}
