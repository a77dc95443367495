package parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.security.TestKeys.EC;
import static parlance.security.TestKeys.RSA;
import static parlance.security.TestKeys.jwk;
import static parlance.security.TestKeys.jwks;
import static parlance.security.TestKeys.pair;
import static parlance.security.TestKeys.part;
import static parlance.security.TestKeys.pem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {
    @Test
    void a_pem_is_an_rsa_or_an_ec_key() {
        assertThat(keyOf(pem(RSA.getPublic()), "RSA")).isEqualTo(RSA.getPublic());
        assertThat(keyOf(pem(EC.getPublic()), "EC")).isEqualTo(EC.getPublic());
    }

    @Test
    void a_pem_may_have_lost_its_line_breaks_in_an_environment_variable() {
        assertThat(keyOf(pem(EC.getPublic()).replaceAll("\\R", "\\\\n"), "EC")).isEqualTo(EC.getPublic());
        assertThat(keyOf(pem(EC.getPublic()).replaceAll("\\R", " "), "EC")).isEqualTo(EC.getPublic());
    }

    @Test
    void a_jwk_and_a_jwks_are_read_as_they_are_or_in_base64url() {
        var jwk = jwk(RSA.getPublic(), "one").toJson();
        var jwks = jwks(jwk(RSA.getPublic(), "one"), jwk(EC.getPublic(), "two"));

        assertThat(keyOf(jwk, "RSA")).isEqualTo(RSA.getPublic());
        assertThat(keyOf(jwks, "EC")).isEqualTo(EC.getPublic());
        assertThat(keyOf(part(jwk), "RSA")).isEqualTo(RSA.getPublic());
        assertThat(keyOf(part(jwks), "EC")).isEqualTo(EC.getPublic());
    }

    @Test
    void a_key_is_found_by_its_id_and_a_key_without_one_fits_all() {
        var two = PublicKeys.of(jwks(jwk(RSA.getPublic(), "old"), jwk(TestKeys.OTHER_RSA.getPublic(), "new")));

        assertThat(two.candidates("new", "RSA")).hasSize(1);
        assertThat(two.candidates("", "RSA")).hasSize(2);
        assertThat(two.candidates("unknown", "RSA")).isEmpty();
        assertThat(PublicKeys.of(pem(RSA.getPublic())).candidates("any", "RSA")).hasSize(1);
    }

    @Test
    void a_key_for_encryption_verifies_nothing() {
        var key = jwk(RSA.getPublic(), "one");
        key.setUse("enc");

        assertThat(PublicKeys.of(key.toJson()).candidates("one", "RSA")).isEmpty();
    }

    @Test
    void a_file_is_read_as_well(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("key.pem"), pem(RSA.getPublic()));

        assertThat(PublicKeys.at(file.toUri().toString()).candidates("", "RSA")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/no/such/file.pem", "no/such/resource.pem", "/no/such/resource.pem", "file:bad path"})
    void a_place_without_a_key_is_an_error(String location) {
        assertThatThrownBy(() -> PublicKeys.at(location)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":1}",
                "{\"keys\":[1,{},{\"kty\":1},{\"kty\":\"RSA\",\"n\":1}]}",
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void what_holds_no_public_key_is_an_error(String text) {
        assertThatThrownBy(() -> PublicKeys.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_short_rsa_key_is_an_error() {
        var key = pem(pair("RSA", 1024).getPublic());

        assertThatThrownBy(() -> PublicKeys.of(key)).hasMessage("an RSA key needs at least 2048 bits");
    }

    private static PublicKey keyOf(String text, String type) {
        return PublicKeys.of(text).candidates("", type).get(0).getPublicKey();
    }
}
