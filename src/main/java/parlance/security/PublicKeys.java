package parlance.security;

import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;

/** Public keys that verify signatures: given once, or fetched from an issuer that changes them. Thread-safe. */
public sealed interface PublicKeys permits FixedKeys, RemoteKeys {
    /**
     * The keys that may have made a signature, in the order in which to try them.
     *
     * @param keyId the {@code kid} of the token, empty when it has none
     * @param keyType {@code RSA} or {@code EC}
     */
    List<PublicJsonWebKey> candidates(String keyId, String keyType);

    /**
     * Those of a text as MicroProfile JWT 2.1, 9.2 knows it: PEM, JWK or JWKS, the latter two also in base64url.
     *
     * @throws IllegalArgumentException when it has no usable public key, saying what it is instead
     */
    static PublicKeys of(String text) {
        return new FixedKeys(KeyText.parse(text));
    }

    /**
     * Those at a place: a JWKS to be fetched (and fetched again) when it is {@code http:} or {@code https:}, otherwise
     * a {@code file:} or a resource of the class path, read now.
     *
     * @throws IllegalArgumentException when there are none, saying why
     */
    static PublicKeys at(String location) {
        return location.startsWith("http:") || location.startsWith("https:")
                ? RemoteKeys.at(location)
                : of(KeyText.read(location));
    }

    /** Of these, the ones that fit; a key without an id or a use fits any. */
    static List<PublicJsonWebKey> fitting(List<PublicJsonWebKey> keys, String keyId, String keyType) {
        return keys.stream()
                .filter(key -> key.getKeyType().equals(keyType))
                .filter(key -> keyId.isEmpty()
                        || key.getKeyId() == null
                        || key.getKeyId().equals(keyId))
                .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                .toList();
    }
}
