package parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.support.Deployments;
import parlance.support.Rest;

@ArquillianTest
class RestIT {
    private final String ada = "ada-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @Test
    void who_has_a_token_learns_who_that_is() {
        assertThat(Rest.object(Rest.of(Deployments.address(), ada).get("/me"), 200))
                .isEqualTo(object(o -> o.add("id", ada).add("name", ada)));
    }

    @Test
    void a_token_for_trying_is_believed() {
        var wish = object(
                o -> o.add("userId", ada).add("name", "Ada Lovelace").add("roles", array(List.of(string("admin")))));
        var request = new Rest(Deployments.address(), "")
                .request("/dev/tokens")
                .setHeader("Authorization", "")
                .POST(BodyPublishers.ofString(wish.toString()));

        var answer = Rest.object(Rest.send(request), 200);

        assertThat(answer.keySet()).containsExactly("token");
        assertThat(Rest.object(new Rest(Deployments.address(), answer.getString("token")).get("/me"), 200))
                .isEqualTo(object(o -> o.add("id", ada).add("name", "Ada Lovelace")));
    }

    @Test
    void a_token_for_trying_needs_no_name_and_no_roles() {
        var answer = Rest.object(
                new Rest(Deployments.address(), "").post("/dev/tokens", object(o -> o.add("userId", ada))), 200);

        assertThat(Rest.object(new Rest(Deployments.address(), answer.getString("token")).get("/me"), 200)
                        .getString("name"))
                .isEqualTo(ada);
    }

    @Test
    void pages_of_our_own_origin_may_read_answers_and_refusals() {
        var own = Deployments.address().toString();

        for (var path : List.of("/me", "/nowhere", "/conversations/x")) {
            var answer =
                    Rest.send(Rest.of(Deployments.address(), ada).request(path).header("Origin", own));
            assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly(own);
            assertThat(answer.headers().allValues("Vary")).contains("Origin");
        }
        var refused =
                Rest.send(new Rest(Deployments.address(), "x").request("/me").header("Origin", own));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("Access-Control-Allow-Origin")).containsExactly(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", ""})
    void pages_of_other_origins_may_not(String origin) {
        var answer =
                Rest.send(Rest.of(Deployments.address(), ada).request("/me").header("Origin", origin));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void a_browser_that_asks_beforehand_needs_no_token() {
        var own = Deployments.address().toString();

        var answer = Rest.send(Rest.of(Deployments.address(), ada)
                .request("/conversations")
                .setHeader("Authorization", "")
                .header("Origin", own)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(own);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, POST, PUT, PATCH, DELETE");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("Authorization, Content-Type");
    }

    @Test
    void options_asked_by_nobody_in_particular_are_the_methods_there_are() {
        var answer = Rest.send(
                Rest.of(Deployments.address(), ada).request("/me").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET"));
        assertThat(answer.headers().firstValue("Content-Type")).isNotEqualTo(Optional.of("application/problem+json"));
    }
}
