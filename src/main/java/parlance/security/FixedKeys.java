package parlance.security;

import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;

/** The keys that the configuration holds. Immutable. */
record FixedKeys(List<PublicJsonWebKey> keys) implements PublicKeys {
    FixedKeys {
        keys = List.copyOf(keys);
    }

    @Override
    public List<PublicJsonWebKey> candidates(String keyId, String keyType) {
        return PublicKeys.fitting(keys, keyId, keyType);
    }
}
