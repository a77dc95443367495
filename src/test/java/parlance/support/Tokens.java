package parlance.support;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that the server under test believes. */
public final class Tokens {
    private Tokens() {}

    /** An HS256 token like the source systems': a {@code userId} and nothing else. */
    public static String of(String userId) {
        return signed(
                AlgorithmIdentifiers.HMAC_SHA256,
                new HmacKey(Deployments.SECRET.getBytes(StandardCharsets.UTF_8)),
                "{\"userId\":\"" + userId + "\"}");
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
}
