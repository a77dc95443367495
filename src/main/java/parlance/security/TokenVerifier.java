package parlance.security;

import java.security.Key;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Tells who a token speaks for, or why it does not. Checks come in the order of Node's {@code jsonwebtoken}, so that
 * the reasons are the same. Thread-safe; may wait for an issuer's keys.
 */
public final class TokenVerifier {
    /** Longer tokens are refused unread, in characters. */
    public static final int MAX_LENGTH = 16 * 1024;

    private static final Pattern COMPACT = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]*+");

    private final SecuritySettings settings;
    private final Clock clock;

    public TokenVerifier(SecuritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public Identity verify(String token) throws TokenRefused {
        if (token.isBlank()) {
            throw TokenRefused.missing();
        }
        var jws = parsed(token);
        var algorithm = text(jws, "alg");
        if (token.endsWith(".")) {
            throw TokenRefused.unsigned();
        }
        if (settings.secret().isPresent() && algorithm.equals(AlgorithmIdentifiers.HMAC_SHA256)) {
            return identity(ofSecret(settings.secret().get(), jws));
        }
        if (settings.issuer().isPresent() && settings.issuer().get().accepts(algorithm)) {
            return identity(ofIssuer(settings.issuer().get(), jws));
        }
        throw TokenRefused.badAlgorithm();
    }

    private static JsonWebSignature parsed(String token) throws TokenRefused {
        if (token.length() > MAX_LENGTH || token.chars().filter(c -> c == '.').count() != 2) {
            throw TokenRefused.malformed();
        }
        if (!COMPACT.matcher(token).matches()) {
            throw TokenRefused.unreadable();
        }
        try {
            var jws = new JsonWebSignature();
            jws.setCompactSerialization(token);
            if (jws.getHeaders().getObjectHeaderValue("crit") != null) {
                throw TokenRefused.unreadable();
            }
            return jws;
        } catch (JoseException e) {
            throw TokenRefused.unreadable();
        }
    }

    private Claims ofSecret(SharedSecret secret, JsonWebSignature jws) throws TokenRefused {
        jws.setDoKeyValidation(!secret.weakAllowed());
        if (!signed(jws, secret.key())) {
            throw TokenRefused.badSignature();
        }
        var claims = Claims.of(jws);
        checkTimes(claims);
        return claims;
    }

    private Claims ofIssuer(PublicKeyIssuer issuer, JsonWebSignature jws) throws TokenRefused {
        var candidates = issuer.keys().candidates(text(jws, "kid"), keyType(jws));
        if (candidates.stream().noneMatch(key -> signed(jws, key.getPublicKey()))) {
            throw TokenRefused.badSignature();
        }
        var claims = Claims.of(jws);
        checkTimes(claims);
        if (claims.expiresAt().isEmpty()) {
            throw TokenRefused.badTime("exp");
        }
        if (!issuer.audiences().isEmpty() && issuer.audiences().stream().noneMatch(claims.audiences()::contains)) {
            throw TokenRefused.badAudience(issuer.audiences());
        }
        if (issuer.issuer().isPresent() && !issuer.issuer().equals(claims.issuer())) {
            throw TokenRefused.badIssuer(issuer.issuer().get());
        }
        return claims;
    }

    private static boolean signed(JsonWebSignature jws, Key key) {
        try {
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, jws.getAlgorithmHeaderValue()));
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    private void checkTimes(Claims claims) throws TokenRefused {
        var now = clock.instant();
        var notBefore = claims.notBefore();
        if (notBefore.isPresent() && notBefore.get().isAfter(now.plus(settings.clockSkew()))) {
            throw TokenRefused.notActive();
        }
        var expiresAt = claims.expiresAt();
        if (expiresAt.isPresent() && !now.minus(settings.clockSkew()).isBefore(expiresAt.get())) {
            throw TokenRefused.expired();
        }
    }

    private Identity identity(Claims claims) throws TokenRefused {
        var end = claims.expiresAt().map(time -> time.plus(settings.clockSkew()));
        return new Identity(claims.profile(settings.userIdClaims()), claims.roles(), end);
    }

    private static String keyType(JsonWebSignature jws) {
        return text(jws, "alg").startsWith("ES") ? "EC" : "RSA";
    }

    /** A header that is not there, or no text, is empty. */
    private static String text(JsonWebSignature jws, String header) {
        return jws.getHeaders().getObjectHeaderValue(header) instanceof String text ? text : "";
    }
}
