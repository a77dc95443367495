package parlance.security;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The keys an issuer publishes as a JWKS. They are fetched when first needed, every hour, and when a token names a key
 * that is not among them; never twice within {@link #PAUSE}, however many tokens ask. While the issuer does not answer,
 * the keys it gave last go on. Thread-safe.
 */
final class RemoteKeys implements PublicKeys {
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final Duration FRESH = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(RemoteKeys.class.getName());
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MAX_BYTES = 256 * 1024;

    private final String location;
    private final SimpleGet http;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile List<PublicJsonWebKey> keys = List.of();
    private volatile Instant fetchedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;

    RemoteKeys(String location, SimpleGet http, Clock clock) {
        this.location = location;
        this.http = http;
        this.clock = clock;
    }

    static RemoteKeys at(String location) {
        var http = new Get();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setResponseBodySizeLimit(MAX_BYTES);
        http.setRetries(0);
        return new RemoteKeys(location, http, Clock.systemUTC());
    }

    @Override
    public List<PublicJsonWebKey> candidates(String keyId, String keyType) {
        if (fetchedAt.isBefore(clock.instant().minus(FRESH))) {
            refresh();
        }
        var known = PublicKeys.fitting(keys, keyId, keyType);
        if (!known.isEmpty()) {
            return known;
        }
        fetch();
        return PublicKeys.fitting(keys, keyId, keyType);
    }

    /** Who has keys to go on with does not wait while somebody else asks. */
    private void refresh() {
        if (keys.isEmpty()) {
            fetch();
        } else if (fetching.tryLock()) {
            try {
                fetch();
            } finally {
                fetching.unlock();
            }
        }
    }

    private void fetch() {
        fetching.lock();
        try {
            var now = clock.instant();
            if (triedAt.isAfter(now.minus(PAUSE))) {
                return;
            }
            triedAt = now;
            keys = KeyText.keySet(http.get(location).getBody());
            fetchedAt = now;
            LOG.log(INFO, () -> "Fetched " + keys.size() + " public keys from " + location);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(WARNING, () -> "No public keys from " + location + ": " + e.getMessage());
        } finally {
            fetching.unlock();
        }
    }
}
