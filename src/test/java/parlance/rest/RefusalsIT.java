package parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.support.Deployments;
import parlance.support.Rest;

@ArquillianTest
class RefusalsIT {
    private static final String TOO_LONG = "x".repeat(129);

    private final String ada = "ada-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOKEN_MISSING, 'Bearer realm=\"parlance\"'",
        "Basic YWRhOmFkYQ==, TOKEN_MISSING, 'Bearer realm=\"parlance\"'",
        "Bearer, TOKEN_MISSING, 'Bearer realm=\"parlance\"'",
        "Bearer nonsense, TOKEN_INVALID, 'Bearer realm=\"parlance\", error=\"invalid_token\"'"
    })
    void nobody_comes_in_without_a_good_token(String authorization, String code, String challenge) {
        for (var path : List.of("/me", "/conversations", "/conversations/x", "/conversations/x/messages")) {
            var request = as(ada).request(path).setHeader("Authorization", authorization);

            var refused = Rest.send(request);

            assertThat(Rest.problem(refused, 401).getString("code")).isEqualTo(code);
            assertThat(refused.headers().allValues("WWW-Authenticate")).containsExactly(challenge);
        }
    }

    @Test
    void what_is_foreign_looks_like_what_is_not_there() {
        var foreign = as(bob).post("/conversations", direct("eve-" + UUID.randomUUID()));
        var message = object(o -> o.add("text", "hi"));
        var receipt = object(o -> o.add("messageId", UUID.randomUUID().toString()));
        var there = Rest.object(foreign, 201).getString("id");
        var notThere = UUID.randomUUID().toString();

        assertThat(answers(there, message, receipt)).isEqualTo(answers(notThere, message, receipt));
    }

    private List<String> answers(String conversation, JsonObject message, JsonObject receipt) {
        var path = "/conversations/" + conversation;
        return Stream.of(
                        as(ada).get(path),
                        as(ada).get(path + "/messages"),
                        as(ada).post(path + "/messages", message),
                        as(ada).post(path + "/read", receipt))
                .map(answer -> {
                    Rest.problem(answer, 404);
                    return (answer.body() + answer.headers().map().keySet()).replace(conversation, "it");
                })
                .toList();
    }

    @Test
    void a_message_of_another_conversation_cannot_be_read_here() {
        var here = conversation();
        var elsewhere = Rest.object(as(bob).post("/conversations", direct("eve-" + UUID.randomUUID())), 201)
                .getString("id");
        var foreign = Rest.object(
                as(bob).post("/conversations/" + elsewhere + "/messages", object(o -> o.add("text", "hi"))), 201);

        for (var id : List.of(foreign.getString("id"), UUID.randomUUID().toString(), "no-uuid")) {
            var answer = as(ada).post("/conversations/" + here + "/read", object(o -> o.add("messageId", id)));
            assertThat(Rest.problem(answer, 404).getString("detail")).isEqualTo("Message not found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, '', 404",
        "GET, /conversations/x/nowhere, '', 404",
        "PUT, /conversations, {}, 405",
        "DELETE, /me, '', 405",
        "GET, /dev/tokens, '', 405"
    })
    void what_is_not_offered_is_refused_in_our_form(String method, String path, String body, int status) {
        var answer = Rest.send(as(ada).request(path).method(method, BodyPublishers.ofString(body)));

        Rest.problem(answer, status);
        assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, text/html, 406",
        "Content-Type, text/plain, 415",
        "Content-Type, application/xml, 415",
        "Content-Type, nonsense/at-all, 415"
    })
    void only_JSON_is_spoken(String header, String value, int status) {
        var request = as(ada).request("/conversations")
                .setHeader(header, value)
                .POST(BodyPublishers.ofString(direct(bob).toString()));

        Rest.problem(Rest.send(request), status);
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused() {
        var text = "x".repeat(BodyReader.MAX_BYTES);

        var answer = as(ada).post("/conversations/x/messages", object(o -> o.add("text", text)));

        assertThat(Rest.problem(answer, 413).getString("code")).isEqualTo("TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0Ab", "%EF%BF%BD%00"})
    void an_id_in_a_path_is_an_id(String id) {
        assertInvalid(as(ada).get("/conversations/" + id));
        assertInvalid(as(ada).get("/conversations/" + id + "/messages"));
        assertInvalid(as(ada).get("/conversations/" + TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"archived=1", "archived=%00", "limit=0", "limit=x", "cursor=x", "cursor=%00"})
    void a_list_that_cannot_be_is_refused(String query) {
        assertInvalid(as(ada).get("/conversations?" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "2024-01-15"})
    void a_cursor_we_did_not_write_is_refused(String at) {
        var text = at + " " + UUID.randomUUID();
        var cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));

        assertInvalid(as(ada).get("/conversations?cursor=" + cursor));
    }

    private String conversation() {
        return Rest.object(as(ada).post("/conversations", direct("x" + bob + UUID.randomUUID())), 201)
                .getString("id");
    }

    private static void assertInvalid(HttpResponse<String> answer) {
        assertThat(Rest.problem(answer, 400).getString("code")).isEqualTo("VALIDATION");
    }

    private static Rest as(String user) {
        return Rest.of(Deployments.address(), user);
    }

    private static JsonObject direct(String other) {
        return object(o -> o.add("type", "direct").add("participantIds", array(List.of(string(other)))));
    }
}
