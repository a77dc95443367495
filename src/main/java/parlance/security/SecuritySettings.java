package parlance.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whose tokens are believed, and how they are read. A token's algorithm chooses between the two kinds of issuer, so
 * that a public key is never taken for a shared secret.
 *
 * @param userIdClaims the first of these that is present is the user id
 * @param clockSkew by how much the clocks of issuer and server may differ
 */
public record SecuritySettings(
        Optional<SharedSecret> secret,
        Optional<PublicKeyIssuer> issuer,
        List<String> userIdClaims,
        Duration clockSkew) {

    public static final List<String> DEFAULT_USER_ID_CLAIMS = List.of("userId", "sub");
    public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(5);

    public SecuritySettings {
        userIdClaims = List.copyOf(userIdClaims);
        if (secret.isEmpty() && issuer.isEmpty()) {
            throw new IllegalArgumentException("neither a shared secret nor a public key");
        }
        if (userIdClaims.isEmpty()) {
            throw new IllegalArgumentException("no claim for the user id");
        }
    }

    /** Only this secret, everything else by default. */
    public static SecuritySettings of(SharedSecret secret) {
        return new SecuritySettings(Optional.of(secret), Optional.empty(), DEFAULT_USER_ID_CLAIMS, DEFAULT_CLOCK_SKEW);
    }

    /** Only this issuer, everything else by default. */
    public static SecuritySettings of(PublicKeyIssuer issuer) {
        return new SecuritySettings(Optional.empty(), Optional.of(issuer), DEFAULT_USER_ID_CLAIMS, DEFAULT_CLOCK_SKEW);
    }
}
