package parlance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.chat.ChatSettings;
import parlance.chat.ChatSettings.PresenceScope;
import parlance.engineio.EngineSettings;
import parlance.interpreter.InterpreterSettings;
import parlance.security.SecuritySettings;
import parlance.security.SharedSecret;
import parlance.socketio.ServerSettings;

class ConfigurationTest {
    private static final String SECRET = "a secret of thirty-two bytes or so";
    private static final String KEY = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEkSx5skakCrmPhk05gFhvOHDYGT2Z
            HUC+Y4RxYHogFeAhw5qGe4WgzxXbUFWE5eE/xEiGrxhtR8kTMfbTOxQA0g==
            -----END PUBLIC KEY-----
            """;

    @Test
    void a_secret_alone_is_enough_and_the_rest_is_the_defaults_of_the_parts() {
        var configuration = read(Map.of());

        assertThat(configuration.security()).isEqualTo(SecuritySettings.of(new SharedSecret(SECRET, false)));
        assertThat(configuration.engine()).isEqualTo(EngineSettings.DEFAULTS);
        assertThat(configuration.server()).isEqualTo(ServerSettings.DEFAULTS);
        assertThat(configuration.chat()).isEqualTo(ChatSettings.DEFAULTS);
        assertThat(configuration.interpreter()).isEqualTo(InterpreterSettings.DEFAULTS);
        assertThat(configuration.database())
                .isEqualTo(new Configuration.Database("jdbc:postgresql://localhost:5432/parlance", true));
        assertThat(configuration.web().origins()).isEmpty();
        assertThat(configuration.web().dev()).isFalse();
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void every_part_gets_what_was_set_for_it() {
        var configuration = read(Map.ofEntries(
                Map.entry("parlance.db.migrate", "false"),
                Map.entry("parlance.auth.user-id-claims", "oid, sub"),
                Map.entry("parlance.auth.max-session", "1d"),
                Map.entry("parlance.auth.allow-query-token", "true"),
                Map.entry("mp.jwt.verify.clock.skew", "60"),
                Map.entry("parlance.dev", "true"),
                Map.entry("parlance.dialect.default", "horse-trust"),
                Map.entry("parlance.cors.allowed-origins", "https://chat.example.com, http://localhost:*, null"),
                Map.entry("parlance.engine.ping-interval", "500ms"),
                Map.entry("parlance.engine.ping-timeout", "2m"),
                Map.entry("parlance.engine.upgrade-timeout", "3s"),
                Map.entry("parlance.engine.connect-timeout", "4s"),
                Map.entry("parlance.engine.max-http-buffer-size", "8MiB"),
                Map.entry("parlance.presence.audience", "everyone"),
                Map.entry("parlance.presence.grace", "0s"),
                Map.entry("parlance.limits.text-length", "20"),
                Map.entry("parlance.limits.outbox-bytes", "64KiB")));

        assertThat(configuration.database().migrate()).isFalse();
        assertThat(configuration.security().userIdClaims()).containsExactly("oid", "sub");
        assertThat(configuration.security().clockSkew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.interpreter())
                .isEqualTo(
                        new InterpreterSettings(Optional.of("horse-trust"), Duration.ZERO, Duration.ofDays(1), true));
        assertThat(configuration.web().dev()).isTrue();
        assertThat(configuration.web().origins())
                .containsExactly("https://chat.example.com", "http://localhost:*", "null");
        assertThat(configuration.web().allowed().allows("http://localhost:5173", "chat"))
                .isTrue();
        assertThat(configuration.web().allowed().allows("https://evil.example.com", "chat"))
                .isFalse();
        assertThat(configuration.engine())
                .isEqualTo(new EngineSettings(
                        Duration.ofMillis(500),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(3),
                        8 << 20,
                        64 << 10,
                        16 << 20,
                        EngineSettings.DEFAULTS.maxPacketsPerPayload()));
        assertThat(configuration.server().connectTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(configuration.chat()).isEqualTo(new ChatSettings(20, PresenceScope.EVERYONE));
    }

    @Test
    void a_public_key_can_take_the_place_of_the_secret_or_stand_beside_it() {
        var issuer = Map.of(
                "mp.jwt.verify.publickey", KEY,
                "mp.jwt.verify.publickey.algorithm", "ES256",
                "mp.jwt.verify.issuer", "https://id.example",
                "mp.jwt.verify.audiences", "chat,admin");

        var both = read(issuer).security();
        var alone = read(with(issuer, "parlance.auth.hs256-secret", "")).security();

        assertThat(both.secret()).isPresent();
        assertThat(alone.secret()).isEmpty();
        assertThat(both.issuer()).isPresent();
        assertThat(alone.issuer()).hasValueSatisfying(it -> {
            assertThat(it.issuer()).contains("https://id.example");
            assertThat(it.audiences()).containsExactly("chat", "admin");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parlance.db.url                      | mysql://x     | an address like jdbc:postgresql://host:5432/database
            parlance.db.migrate                  | yes           | false or true
            parlance.auth.allow-weak-secret      | 1             | false or true
            parlance.auth.max-session            | forever       | a duration like 25s, 2m or 500ms, from 1s to 365d
            parlance.auth.allow-query-token      | TRUE          | false or true
            mp.jwt.verify.clock.skew             | -1            | a number of seconds from 0 to 600
            mp.jwt.verify.clock.skew             | 601           | a number of seconds from 0 to 600
            parlance.dev                         | on            | false or true
            parlance.cors.allowed-origins        | example.com   | origins like https://chat.example.com, http://localhost:* or null
            parlance.cors.allowed-origins        | http://x/path | origins like https://chat.example.com, http://localhost:* or null
            parlance.engine.ping-interval        | soon          | a duration like 25s, 2m or 500ms, from 10ms to 1h
            parlance.engine.ping-interval        | 25            | a duration like 25s, 2m or 500ms, from 10ms to 1h
            parlance.engine.ping-timeout         | 0s            | a duration like 25s, 2m or 500ms, from 10ms to 1h
            parlance.engine.upgrade-timeout      | -1s           | a duration like 25s, 2m or 500ms, from 10ms to 1h
            parlance.engine.connect-timeout      | 999999999d    | a duration like 25s, 2m or 500ms, from 10ms to 1h
            parlance.engine.max-http-buffer-size | 1MB           | a number like 1000000 or 4MiB, from 1000 to 100000000
            parlance.engine.max-http-buffer-size | 9999999999GiB | a number like 1000000 or 4MiB, from 1000 to 100000000
            parlance.presence.audience           | nobody        | contacts or everyone
            parlance.presence.grace              | 1.5s          | a duration like 25s, 2m or 500ms, from 0s to 1h
            parlance.limits.text-length          | 0             | a number like 1000000 or 4MiB, from 1 to 1000000
            parlance.limits.outbox-bytes         | 1KiB          | a number like 1000000 or 4MiB, from 10000 to 1073741824
            """)
    void a_wrong_value_is_told_with_its_key_and_with_what_is_allowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + " must be " + allowed + ", not \"" + value + "\".");
    }

    @Test
    void a_dialect_that_does_not_exist_is_told_with_those_that_do() {
        var configuration = read(Map.of("parlance.dialect.default", "latin"));

        assertThatThrownBy(() -> configuration.checkDialect(List.of("horse-trust", "jobspare")))
                .hasMessage("parlance.dialect.default must be auto or one of [horse-trust, jobspare], not \"latin\".");
        read(Map.of("parlance.dialect.default", "jobspare")).checkDialect(List.of("horse-trust", "jobspare"));
        read(Map.of()).checkDialect(List.of());
    }

    @Test
    void a_wrong_algorithm_and_a_wrong_key_are_told_too() {
        assertThatThrownBy(() ->
                        read(Map.of("mp.jwt.verify.publickey", KEY, "mp.jwt.verify.publickey.algorithm", "HS256")))
                .hasMessageStartingWith("mp.jwt.verify.publickey.algorithm must be some of [RS256,");
        assertThatThrownBy(() -> read(Map.of("mp.jwt.verify.publickey", "hello")))
                .hasMessageStartingWith("mp.jwt.verify.publickey must be a public key as PEM, JWK or JWKS");
        assertThatThrownBy(() -> read(Map.of("mp.jwt.verify.publickey.location", "file:/no/such/key.pem")))
                .hasMessageStartingWith("mp.jwt.verify.publickey.location must be a public key");
        assertThatThrownBy(() ->
                        read(Map.of("mp.jwt.verify.publickey", KEY, "mp.jwt.verify.publickey.location", "key.pem")))
                .hasMessageContaining("are both set");
    }

    @Test
    void without_a_secret_and_a_key_nobody_could_log_in() {
        assertThatThrownBy(() -> read(Map.of("parlance.auth.hs256-secret", " ")))
                .hasMessageContaining("parlance.auth.hs256-secret")
                .hasMessageContaining("mp.jwt.verify.publickey");
    }

    @Test
    void a_short_secret_is_refused_without_being_told_unless_weak_ones_are_allowed() {
        assertThatThrownBy(() -> read(Map.of("parlance.auth.hs256-secret", "opensesame")))
                .hasMessageContaining("parlance.auth.hs256-secret is a secret of 10 bytes, fewer than 32")
                .hasMessageNotContaining("opensesame");
        assertThat(read(Map.of("parlance.auth.hs256-secret", "opensesame", "parlance.auth.allow-weak-secret", "true"))
                        .security()
                        .secret())
                .isPresent();
    }

    @Test
    void a_password_in_the_address_of_the_database_is_not_told() {
        var url = "jdbc:postgresql://db/chat?user=ada&password=opensesame&ssl=true";

        assertThat(read(Map.of("parlance.db.url", url)).database().url())
                .isEqualTo("jdbc:postgresql://db/chat?user=ada&password=***&ssl=true");
    }

    @Test
    void a_wrong_address_is_told_without_its_password() {
        assertThatThrownBy(() -> read(Map.of("parlance.db.url", "jdbc:mysql://db?password=opensesame")))
                .hasMessageContaining("not \"jdbc:mysql://db?password=***\"");
    }

    @Test
    void a_key_that_does_not_exist_is_warned_about_with_the_nearest_that_does() {
        var warnings = Configuration.of(
                        source(Map.of("parlance.auth.hs256-secret", SECRET)),
                        Set.of(
                                "parlance.engine.ping-intervall",
                                "PARLANCE_AUTH_HS256SECRET",
                                "parlance.auth.hs256secret",
                                "PARLANCE_DB_URL",
                                "parlance.halt-on-failed-start",
                                "java.home"))
                .warnings();

        assertThat(warnings)
                .containsExactly(
                        "PARLANCE_AUTH_HS256SECRET is no setting; did you mean parlance.auth.hs256-secret?",
                        "parlance.engine.ping-intervall is no setting; did you mean parlance.engine.ping-interval?");
    }

    @Test
    void an_issuer_without_a_public_key_is_warned_about() {
        assertThat(read(Map.of("mp.jwt.verify.issuer", "https://id.example")).warnings())
                .singleElement()
                .asString()
                .startsWith("mp.jwt.verify.issuer is not looked at without a public key");
    }

    @Test
    void tokens_for_trying_without_a_secret_to_sign_them_are_warned_about() {
        var onlyKey = Map.of("mp.jwt.verify.publickey", KEY, "parlance.dev", "true");

        var configuration = Configuration.of(source(onlyKey), Set.of());

        assertThat(configuration.warnings())
                .containsExactly("parlance.dev makes no tokens without parlance.auth.hs256-secret to sign them with.");
        assertThat(Summary.of(configuration))
                .noneMatch(line -> line.contains("anybody"))
                .first()
                .asString()
                .matches("Parlance \\d+\\.\\d+\\.\\d+\\S* has started: .*");
    }

    @Test
    void the_table_in_the_readme_has_every_key_with_its_default() throws IOException {
        var readme = Path.of("README.md");
        var row = Pattern.compile("(?m)^\\|\\s*`([a-z0-9.-]+)`\\s*\\|\\s*`?([^|`]*?)`?\\s*\\|");
        var table = new LinkedHashMap<String, String>();
        row.matcher(Files.readString(readme)).results().forEach(match -> table.put(match.group(1), match.group(2)));

        var keys = new LinkedHashMap<String, String>();
        Arrays.stream(Key.values())
                .forEach(key -> keys.put(key.text(), key.unlessSet().isEmpty() ? "none" : key.unlessSet()));
        assertThat(table).containsAllEntriesOf(keys);
        assertThat(table.keySet().stream().filter(key -> key.startsWith("parlance.") || key.startsWith("mp.jwt.")))
                .isSubsetOf(keys.keySet());
    }

    private static Configuration read(Map<String, String> set) {
        return Configuration.of(source(with(Map.of("parlance.auth.hs256-secret", SECRET), set)), Set.of());
    }

    private static Function<String, Optional<String>> source(Map<String, String> set) {
        return key -> Optional.ofNullable(set.get(key));
    }

    private static Map<String, String> with(Map<String, String> base, Map<String, String> more) {
        var all = new HashMap<>(base);
        all.putAll(more);
        return all;
    }

    private static Map<String, String> with(Map<String, String> base, String key, String value) {
        return with(base, Map.of(key, value));
    }
}
