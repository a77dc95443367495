package parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.Key;
import org.jose4j.keys.HmacKey;

/**
 * The secret with which HS256 tokens are signed and verified; its UTF-8 bytes are the key, as in {@code jsonwebtoken}.
 *
 * @param weakAllowed whether fewer bytes than the algorithm asks for will do
 */
public record SharedSecret(String text, boolean weakAllowed) {
    /** RFC 7518, 3.2: a key of at least the size of the hash. */
    public static final int LEAST_BYTES = 32;

    public SharedSecret {
        int bytes = text.getBytes(UTF_8).length;
        if (bytes < (weakAllowed ? 1 : LEAST_BYTES)) {
            throw new IllegalArgumentException("a secret of " + bytes + " bytes, fewer than " + LEAST_BYTES);
        }
    }

    Key key() {
        return new HmacKey(text.getBytes(UTF_8));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SharedSecret[***]";
    }
}
