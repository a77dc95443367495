package parlance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.support.Deployments;
import parlance.support.JavaClient;

/** The official Java client over each transport it has. */
@ArquillianTest
class JavaClientIT {
    private static final int COUNT = 300;

    private final List<JavaClient> clients = new ArrayList<>();
    private final String ada = "ada_" + UUID.randomUUID();
    private final String bob = "bob_" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @AfterEach
    void hangUp() {
        clients.forEach(JavaClient::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void two_java_clients_chat_in_two_dialects(String transports) throws JSONException {
        var conversation = ada + "_" + bob;
        var one = connect("/jobspare", ada, transports);
        var two = connect("/horse-trust", bob, transports);
        one.emitWithAck("join_conversation", new JSONObject(Map.of("conversationId", conversation)));
        two.emitWithAck("join_conversation", conversation);
        var heardByOne = one.listen("new_message");
        var heardByTwo = two.listen("new_message");

        var ack = two.emitWithAck(
                "send_message", new JSONObject(Map.of("conversation_id", conversation, "text", "hé 😀")));
        var message = heardByOne.next();
        assertThat(ack.getBoolean("success")).isTrue();
        assertThat(message.getString("_id")).isEqualTo(ack.getJSONObject("data").getString("_id"));
        assertThat(message.getJSONObject("content").getString("text")).isEqualTo("hé 😀");
        assertThat(heardByTwo.next().getString("text")).isEqualTo("hé 😀");

        for (int i = 0; i < COUNT; i++) {
            one.emit("send_message", JavaClient.text(conversation, bob, Integer.toString(i)));
        }
        var got = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            got.add(heardByTwo.next().getString("text"));
        }
        assertThat(got)
                .isEqualTo(IntStream.range(0, COUNT).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void a_java_client_without_a_good_token_is_told_why(String transports) throws JSONException {
        var client = JavaClient.of(Deployments.address(), "/", "nonsense", transports);
        clients.add(client);

        assertThat(client.refusal().getString("message")).isEqualTo("Authentication error: invalid token");
    }

    private JavaClient connect(String namespace, String user, String transports) {
        var client = JavaClient.connected(Deployments.address(), namespace, user, transports);
        clients.add(client);
        return client;
    }
}
