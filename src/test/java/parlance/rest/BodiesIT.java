package parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.support.Deployments;
import parlance.support.Rest;

/** Bodies that cannot be meant. */
@ArquillianTest
class BodiesIT {
    private static final String TOO_LONG = "x".repeat(129);

    private final String ada = "ada-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "{'text':1}", "\u0000"})
    void what_is_no_JSON_object_is_refused(String body) {
        for (var path :
                List.of("/conversations", "/conversations/x/messages", "/conversations/x/read", "/dev/tokens")) {
            assertInvalid(send(path, body));
        }
    }

    static Stream<String> wishes() {
        return Stream.of(
                "{}",
                "{'type':'direct'}",
                "{'type':'direct','participantIds':[]}",
                "{'type':'direct','participantIds':['b','c']}",
                "{'type':'direct','participantIds':'b'}",
                "{'type':'direct','participantIds':[1]}",
                "{'type':'direct','participantIds':[null]}",
                "{'type':'direct','participantIds':['']}",
                "{'type':'room','participantIds':['b']}",
                "{'type':'DIRECT','participantIds':['b']}",
                "{'type':1,'participantIds':['b']}",
                "{'type':'group','participantIds':['b'],'name':''}",
                "{'type':'group','participantIds':['b'],'name':7}",
                "{'type':'group','participantIds':['b'],'name':'" + "x".repeat(201) + "'}",
                "{'type':'group','participantIds':['b'],'id':''}",
                "{'type':'group','participantIds':['b'],'id':'" + TOO_LONG + "'}",
                "{'type':'group','participantIds':['" + TOO_LONG + "']}");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void a_conversation_that_cannot_be_is_refused(String wish) {
        assertInvalid(send("/conversations", quoted(wish)));
    }

    static Stream<String> drafts() {
        return Stream.of(
                "{}",
                "{'text':null}",
                "{'text':''}",
                "{'text':' \\u2003\\ufeff'}",
                "{'text':5}",
                "{'text':{}}",
                "{'text':'" + "x".repeat(10_001) + "'}",
                "{'type':'custom','value':1}",
                "{'type':'image'}",
                "{'type':'image','fileUrl':'http://example.com/a.png'}",
                "{'type':'image','fileUrl':'javascript:alert(1)'}",
                "{'type':'file','fileUrl':'https://example.com/a','fileSize':-1}",
                "{'type':'file','fileUrl':'https://example.com/a','fileSize':'1'}",
                "{'type':'file','fileUrl':'https://example.com/a','fileSize':18446744073709551617}",
                "{'type':'file','fileUrl':'https://example.com/a','fileSize':" + "1".repeat(5_000) + "}",
                "{'type':'file','fileUrl':'https://example.com/a','fileSize':1e999999}",
                "{'text':'x','clientMessageId':''}",
                "{'text':'x','clientMessageId':7}",
                "{'text':'x','clientMessageId':'" + TOO_LONG + "'}");
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void a_message_that_cannot_be_is_refused(String draft) {
        assertInvalid(send("/conversations/" + conversation() + "/messages", quoted(draft)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x"})
    void characters_that_cannot_be_stored_are_refused_in_every_text(String bad) {
        everyTextWith(bad).forEach(body -> assertInvalid(send("/conversations", body)));
        var messages = "/conversations/" + conversation() + "/messages";
        everyMessageTextWith(bad).forEach(body -> assertInvalid(send(messages, body)));
        assertInvalid(send(messages, quoted("{'text':'a" + bad + "'}")));
        assertInvalid(send("/conversations/x/read", quoted("{'messageId':'a" + bad + "'}")));
        assertInvalid(send("/dev/tokens", quoted("{'userId':'a" + bad + "'}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\n", "\\u0085"})
    void control_characters_are_for_the_texts_of_messages_only(String control) {
        everyTextWith(control).forEach(body -> assertInvalid(send("/conversations", body)));
        var messages = "/conversations/" + conversation() + "/messages";
        everyMessageTextWith(control).forEach(body -> assertInvalid(send(messages, body)));
        Rest.object(send(messages, quoted("{'text':'a" + control + "'}")), 201);
    }

    private static Stream<String> everyTextWith(String bad) {
        return Stream.of(
                        "{'type':'direct" + bad + "','participantIds':['b']}",
                        "{'type':'direct','participantIds':['b" + bad + "']}",
                        "{'type':'group','participantIds':['b'],'name':'n" + bad + "'}",
                        "{'type':'group','participantIds':['b'],'id':'i" + bad + "'}")
                .map(BodiesIT::quoted);
    }

    private static Stream<String> everyMessageTextWith(String bad) {
        return Stream.of(
                        "{'text':'a','type':'text" + bad + "'}",
                        "{'text':'a','clientMessageId':'c" + bad + "'}",
                        "{'type':'file','fileUrl':'https://example.com/" + bad + "'}",
                        "{'type':'file','fileUrl':'https://example.com/','fileName':'n" + bad + "'}")
                .map(BodiesIT::quoted);
    }

    private String conversation() {
        var wish = object(
                o -> o.add("type", "direct").add("participantIds", array(List.of(string("bob-" + UUID.randomUUID())))));
        return Rest.object(Rest.of(Deployments.address(), ada).post("/conversations", wish), 201)
                .getString("id");
    }

    private HttpResponse<String> send(String path, String body) {
        return Rest.send(Rest.of(Deployments.address(), ada).request(path).POST(BodyPublishers.ofString(body)));
    }

    private static void assertInvalid(HttpResponse<String> answer) {
        assertThat(Rest.problem(answer, 400).getString("code")).isEqualTo("VALIDATION");
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
