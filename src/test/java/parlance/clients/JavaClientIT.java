package parlance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import parlance.support.Tokens;

/** The official Java client over each transport it has. */
@ArquillianTest
class JavaClientIT {
    private static final int COUNT = 300;

    private final List<Socket> open = new ArrayList<>();
    private final String ada = "ada_" + UUID.randomUUID();
    private final String bob = "bob_" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @AfterEach
    void hangUp() {
        open.forEach(Socket::disconnect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void two_java_clients_chat_in_two_dialects(String transports) throws Exception {
        var conversation = ada + "_" + bob;
        var one = connect("/jobspare", ada, transports);
        var two = connect("/horse-trust", bob, transports);
        emit(one, "join_conversation", new JSONObject(Map.of("conversationId", conversation)));
        emit(two, "join_conversation", conversation);
        var heardByOne = heard(one, "new_message");
        var heardByTwo = heard(two, "new_message");

        var ack = emit(two, "send_message", new JSONObject(Map.of("conversation_id", conversation, "text", "hé 😀")));
        var message = next(heardByOne);
        assertThat(ack.getBoolean("success")).isTrue();
        assertThat(message.getString("_id")).isEqualTo(ack.getJSONObject("data").getString("_id"));
        assertThat(message.getJSONObject("content").getString("text")).isEqualTo("hé 😀");
        assertThat(next(heardByTwo).getString("text")).isEqualTo("hé 😀");

        for (int i = 0; i < COUNT; i++) {
            one.emit("send_message", text(conversation, Integer.toString(i)));
        }
        var got = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            got.add(next(heardByTwo).getString("text"));
        }
        assertThat(got)
                .isEqualTo(IntStream.range(0, COUNT).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
    void a_java_client_without_a_good_token_is_told_why(String transports) throws Exception {
        var socket = socket("/", "nonsense", transports);
        var refusal = new CompletableFuture<JSONObject>();
        socket.on(Socket.EVENT_CONNECT_ERROR, args -> refusal.complete((JSONObject) args[0]));
        socket.connect();

        assertThat(refusal.get(10, TimeUnit.SECONDS).getString("message"))
                .isEqualTo("Authentication error: invalid token");
    }

    private JSONObject text(String conversation, String words) throws JSONException {
        return new JSONObject(Map.of(
                "conversationId",
                conversation,
                "receiverId",
                bob,
                "messageType",
                "text",
                "content",
                new JSONObject(Map.of("text", words))));
    }

    private Socket connect(String namespace, String user, String transports) throws InterruptedException {
        var socket = socket(namespace, Tokens.of(user), transports);
        var connected = new CountDownLatch(1);
        socket.on(Socket.EVENT_CONNECT, args -> connected.countDown());
        socket.connect();
        assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
        return socket;
    }

    private Socket socket(String namespace, String token, String transports) {
        var options = IO.Options.builder()
                .setForceNew(true)
                .setReconnection(false)
                .setTransports(transports.split(","))
                .setAuth(Map.of("token", token))
                .build();
        var socket = IO.socket(Deployments.address().resolve(namespace), options);
        open.add(socket);
        return socket;
    }

    private static JSONObject emit(Socket socket, String event, Object payload) throws Exception {
        var answer = new CompletableFuture<JSONObject>();
        socket.emit(event, new Object[] {payload}, (Ack) args -> answer.complete((JSONObject) args[0]));
        return answer.get(10, TimeUnit.SECONDS);
    }

    private static BlockingQueue<JSONObject> heard(Socket socket, String event) {
        var heard = new LinkedBlockingQueue<JSONObject>();
        socket.on(event, args -> Collections.addAll(heard, (JSONObject) args[0]));
        return heard;
    }

    private static JSONObject next(BlockingQueue<JSONObject> heard) throws InterruptedException {
        var next = heard.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
