package parlance.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One issuer of tokens signed with a private key, and what its tokens must say.
 *
 * @param issuer the {@code iss} they must carry; empty when any will do
 * @param audiences of which their {@code aud} must name one; empty when any will do
 */
public record PublicKeyIssuer(
        PublicKeys keys, Set<Algorithm> algorithms, Optional<String> issuer, List<String> audiences) {

    /** Signatures that are verified with a public key, by their names in RFC 7518, 3.1. */
    public enum Algorithm {
        RS256,
        RS384,
        RS512,
        PS256,
        PS384,
        PS512,
        ES256,
        ES384,
        ES512
    }

    /** What is accepted where nothing is configured; the key decides which of them it can be. */
    public static final Set<Algorithm> DEFAULT_ALGORITHMS = Set.of(Algorithm.RS256, Algorithm.ES256);

    public PublicKeyIssuer {
        algorithms = Set.copyOf(algorithms);
        audiences = List.copyOf(audiences);
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("an issuer without algorithms");
        }
    }

    boolean accepts(String algorithm) {
        return algorithms.stream().map(Enum::name).anyMatch(algorithm::equals);
    }
}
