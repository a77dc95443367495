package parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Keys made for this run of the tests, and tokens signed with them. */
final class TestKeys {
    static final String SECRET = "a secret of thirty-two bytes or so";
    static final Key HMAC = hmac(SECRET);
    static final KeyPair RSA = pair("RSA", 2048);
    static final KeyPair OTHER_RSA = pair("RSA", 2048);
    static final KeyPair EC = curve("secp256r1");
    static final KeyPair EC384 = curve("secp384r1");

    private TestKeys() {}

    static Key hmac(String secret) {
        return new HmacKey(secret.getBytes(UTF_8));
    }

    /** A token whose claims are this JSON. */
    static String token(String algorithm, Key key, String claims) {
        return token(algorithm, key, "", claims);
    }

    static String token(String algorithm, Key key, String keyId, String claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        if (!keyId.isEmpty()) {
            jws.setKeyIdHeaderValue(keyId);
        }
        jws.setPayload(claims);
        jws.setKey(key);
        jws.setDoKeyValidation(false);
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The text in base64url, as each part of a token is. */
    static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    static PublicJsonWebKey jwk(PublicKey key, String keyId) {
        try {
            var jwk = PublicJsonWebKey.Factory.newPublicJwk(key);
            jwk.setKeyId(keyId);
            return jwk;
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String jwks(PublicJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson();
    }

    static KeyPair pair(String type, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair curve(String name) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(name));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
