package parlance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.keys.HmacKey;
import org.json.JSONException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.support.BuiltServer;
import parlance.support.Deployments;
import parlance.support.JavaClient;
import parlance.support.Postgres;
import parlance.support.Rest;
import parlance.support.Tokens;

/** {@code target/server} as an administrator starts it: by its script, with environment variables. */
class BuiltServerIT {
    private final String ada = "ada_" + UUID.randomUUID();
    private final String bob = "bob_" + UUID.randomUUID();
    private final Map<String, String> environment = environment(Postgres.freshDatabase());

    @Test
    void a_second_start_on_the_same_database_finds_the_messages_of_the_first() {
        String conversation;
        try (var server = BuiltServer.start(environment)) {
            var asked = object(o -> o.add("type", "direct").add("participantIds", array(List.of(string(bob)))));
            var created = Rest.of(server.address(), ada).post("/conversations", asked);
            conversation = Rest.object(created, 201).getString("id");
            var text = object(o -> o.add("text", "hello"));
            Rest.object(Rest.of(server.address(), ada).post(messages(conversation), text), 201);
        }

        try (var server = BuiltServer.start(environment)) {
            assertThat(texts(server, bob, conversation)).containsExactly("hello");
        }
    }

    @Test
    void a_message_that_was_acked_is_there_after_kill_9() throws JSONException {
        var conversation = ada + "_" + bob;
        var server = BuiltServer.start(environment);
        try (var client = JavaClient.connected(server.address(), "/jobspare", ada, "websocket")) {
            for (int i = 0; i < 20; i++) {
                var ack = client.emitWithAck("send_message", JavaClient.text(conversation, bob, Integer.toString(i)));
                assertThat(ack.getBoolean("success")).isTrue();
            }
        } finally {
            server.kill9();
        }

        try (var again = BuiltServer.start(environment)) {
            assertThat(texts(again, bob, conversation))
                    .hasSize(20)
                    .startsWith("0")
                    .endsWith("19");
        }
    }

    @Test
    void tokens_for_trying_are_not_there_unless_asked_for() {
        try (var server = BuiltServer.start(environment)) {
            var answer = Rest.of(server.address(), ada).post("/dev/tokens", object(o -> o.add("userId", bob)));

            assertThat(Rest.problem(answer, 404).getString("code")).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void tokens_of_a_public_key_issuer_are_believed_and_no_others() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
        var configured = new HashMap<>(environment);
        configured.remove("PARLANCE_AUTH_HS256_SECRET");
        configured.put("MP_JWT_VERIFY_PUBLICKEY", pem);
        configured.put("MP_JWT_VERIFY_ISSUER", "https://sso.example");
        var claims = "{\"sub\":\"" + ada + "\",\"iss\":\"https://sso.example\",\"exp\":4000000000}";
        var good = Tokens.signed("RS256", keys.getPrivate(), claims);
        var stranger = Tokens.signed("RS256", keys.getPrivate(), claims.replace("sso.example", "evil.example"));
        var forged = Tokens.signed("HS256", new HmacKey(pem.getBytes(StandardCharsets.UTF_8)), claims);

        try (var server = BuiltServer.start(configured)) {
            try (var client = JavaClient.of(server.address(), "/", good, "polling,websocket")) {
                client.connect();
            }
            for (var bad : List.of(stranger, forged, Tokens.of(ada))) {
                try (var client = JavaClient.of(server.address(), "/", bad, "polling,websocket")) {
                    assertThat(client.refusal().optString("message")).isEqualTo("Authentication error: invalid token");
                }
                assertThat(new Rest(server.address(), bad).get("/conversations").statusCode())
                        .isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PARLANCE_AUTH_HS256_SECRET, '', parlance.auth.hs256-secret",
        "PARLANCE_AUTH_HS256_SECRET, short, parlance.auth.hs256-secret",
        "PARLANCE_DB_URL, jdbc:postgresql://localhost:1/none, parlance.db.url",
        "PARLANCE_DB_USER, nobody, parlance.db.user",
        "PARLANCE_ENGINE_PING_INTERVAL, soon, parlance.engine.ping-interval",
        "PARLANCE_DIALECT_DEFAULT, klingon, parlance.dialect.default"
    })
    void a_wrong_setting_stops_the_start_with_one_sentence_that_names_the_key(
            String variable, String value, String key) {
        var wrong = new HashMap<>(environment);
        wrong.put(variable, value);

        try (var server = BuiltServer.launch(BuiltServer.Place.fresh(), wrong)) {
            assertThat(server.awaitExit()).isNotZero();
            assertThat(server.errors().lines()).hasSize(1).first().asString().contains(key);
        }
    }

    private static Map<String, String> environment(Postgres.Database database) {
        return Map.of(
                "PARLANCE_DB_URL", database.url(),
                "PARLANCE_DB_USER", database.user(),
                "PARLANCE_DB_PASSWORD", database.password(),
                "PARLANCE_AUTH_HS256_SECRET", Deployments.SECRET);
    }

    private static String messages(String conversation) {
        return "/conversations/" + conversation + "/messages";
    }

    private static List<String> texts(BuiltServer server, String reader, String conversation) {
        return Rest.object(Rest.of(server.address(), reader).get(messages(conversation)), 200)
                .getJsonArray("items")
                .stream()
                .map(item -> item.asJsonObject().getString("text"))
                .toList();
    }
}
