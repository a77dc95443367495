package parlance.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import parlance.chat.UserId;

/** Makes HS256 tokens to try Parlance with; a real issuer signs its own. Thread-safe. */
public final class TokenSigner {
    private static final Duration LIFE = Duration.ofHours(12);

    private final SharedSecret secret;
    private final String userIdClaim;
    private final Clock clock;

    /** Signs what a {@link TokenVerifier} with the same settings accepts. */
    public TokenSigner(SharedSecret secret, String userIdClaim, Clock clock) {
        this.secret = secret;
        this.userIdClaim = userIdClaim;
        this.clock = clock;
    }

    /** A token that ends 12 hours from now. */
    public String sign(UserId user, Optional<String> name, Set<String> roles) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setStringClaim(userIdClaim, user.text());
        name.ifPresent(text -> claims.setStringClaim("name", text));
        claims.setStringListClaim("roles", roles.toArray(String[]::new));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));

        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setHeader("typ", "JWT");
        jws.setPayload(claims.toJson());
        jws.setKey(secret.key());
        jws.setDoKeyValidation(!secret.weakAllowed());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("HS256 is not to be had", e);
        }
    }
}
