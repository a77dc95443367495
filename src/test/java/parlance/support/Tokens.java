package parlance.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that the server under test believes. */
public final class Tokens {
    private Tokens() {}

    /** An HS256 token like the source systems': a {@code userId} and nothing else. */
    public static String of(String userId) {
        return signed("{\"userId\":\"" + userId + "\"}");
    }

    /** One that ends. */
    public static String until(String userId, Instant end) {
        return signed("{\"userId\":\"" + userId + "\",\"exp\":" + end.getEpochSecond() + "}");
    }

    private static String signed(String claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setHeader("typ", "JWT");
        jws.setPayload(claims);
        jws.setKey(new HmacKey(Deployments.SECRET.getBytes(StandardCharsets.UTF_8)));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
