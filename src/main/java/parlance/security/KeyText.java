package parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Public keys in the spellings that MicroProfile JWT allows. */
final class KeyText {
    private static final int LEAST_RSA_BITS = 2048;

    private KeyText() {}

    /** At least one key, or an IllegalArgumentException. */
    static List<PublicJsonWebKey> parse(String text) {
        var keys = text.contains("-----BEGIN") ? pem(text) : json(text.strip());
        keys.forEach(KeyText::checkStrength);
        return keys;
    }

    /** The text of a {@code file:} URI or of a resource of the class path. */
    static String read(String location) {
        try {
            if (location.startsWith("file:")) {
                return Files.readString(Path.of(URI.create(location)));
            }
            var resource = location.replaceFirst("^(classpath:)?/*", "");
            try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalArgumentException("there is no such resource on the class path");
                }
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read", e);
        }
    }

    private static List<PublicJsonWebKey> pem(String text) {
        if (!text.contains("-----BEGIN PUBLIC KEY-----")) {
            throw new IllegalArgumentException("a PEM text must be a PUBLIC KEY");
        }
        var base64 = text.replace("\\n", "").replaceAll("-----[A-Z ]+-----", "");
        try {
            var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            return List.of(PublicJsonWebKey.Factory.newPublicJwk(publicKey(spec)));
        } catch (IllegalArgumentException | GeneralSecurityException | JoseException e) {
            throw new IllegalArgumentException("the PEM text holds no RSA or EC key", e);
        }
    }

    private static PublicKey publicKey(X509EncodedKeySpec spec) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException notRsa) {
            return KeyFactory.getInstance("EC").generatePublic(spec);
        }
    }

    private static List<PublicJsonWebKey> json(String text) {
        var json = text.startsWith("{") ? text : base64Url(text);
        return keySet(json.contains("\"keys\"") ? json : "{\"keys\":[" + json + "]}");
    }

    /**
     * The RSA and EC keys of a JWKS; secrets and whatever else a set may hold are left out.
     *
     * @throws IllegalArgumentException when there is none
     */
    static List<PublicJsonWebKey> keySet(String jwks) {
        try {
            var keys = JsonUtil.parseJson(jwks).get("keys") instanceof List<?> list
                    ? list.stream().flatMap(KeyText::publicKey).toList()
                    : List.<PublicJsonWebKey>of();
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("there is no RSA or EC public key in it");
            }
            return keys;
        } catch (JoseException e) {
            throw new IllegalArgumentException("it is neither PEM nor JWK nor JWKS", e);
        }
    }

    private static Stream<PublicJsonWebKey> publicKey(Object jwk) {
        if (!(jwk instanceof Map<?, ?> members)) {
            return Stream.empty();
        }
        try {
            var named = new HashMap<String, Object>();
            members.forEach((name, value) -> named.put((String) name, value));
            return Stream.of(PublicJsonWebKey.Factory.newPublicJwk(named));
        } catch (JoseException | ClassCastException e) { // jose4j casts members without looking
            return Stream.empty();
        }
    }

    private static String base64Url(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is neither PEM nor JWK nor JWKS", e);
        }
    }

    private static void checkStrength(PublicJsonWebKey key) {
        if (key.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new IllegalArgumentException("an RSA key needs at least " + LEAST_RSA_BITS + " bits");
        }
    }
}
