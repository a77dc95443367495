package parlance.support;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that the server under test believes, unless they are signed by somebody else. */
public final class Tokens {
    private static final Key SECRET = new HmacKey(Deployments.SECRET.getBytes(StandardCharsets.UTF_8));

    private Tokens() {}

    /** An HS256 token like the source systems': a {@code userId} and nothing else. */
    public static String of(String userId) {
        return ours("{\"userId\":\"" + userId + "\"}");
    }

    /** One that ends. */
    public static String until(String userId, Instant end) {
        return ours("{\"userId\":\"" + userId + "\",\"exp\":" + end.getEpochSecond() + "}");
    }

    /** Any token, believed or not. */
    public static String signed(String algorithm, Key key, String claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setHeader("typ", "JWT");
        jws.setPayload(claims);
        jws.setKey(key);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ours(String claims) {
        return signed(AlgorithmIdentifiers.HMAC_SHA256, SECRET, claims);
    }
}
