package parlance.socketio;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parlance.engineio.TestClient;
import parlance.json.JsonText;

class AcksTest {
    private static final Event QUESTION = Event.of("question");

    private final TestServer server = new TestServer();
    private final Namespace main = server.io.of("/");
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void an_event_with_an_id_is_answered_with_that_id() {
        main.onConnection(
                socket -> socket.on("a", (event, ack) -> ack.send(event.args().get(0))));
        var client = server.joined();

        client.says("420[\"a\",1]", "429007199254740991[\"a\",[]]");

        assertThat(client.heard()).containsExactly("430[1]", "439007199254740991[[]]");
    }

    @Test
    void an_answer_is_in_the_namespace_of_the_event_and_may_have_attachments() {
        server.io
                .of("/admin")
                .onConnection(socket -> socket.on(
                        "a",
                        (event, ack) -> ack.send(new Answer(
                                JsonText.array(List.of(Event.placeholder(0))),
                                List.of(ByteBuffer.wrap(new byte[] {7}))))));
        var client = server.client();
        client.says("40/admin,");
        client.heard();

        client.says("42/admin,5[\"a\"]");

        assertThat(client.heard()).containsExactly("461-/admin,5[{\"_placeholder\":true,\"num\":0}]", "b:07");
    }

    @Test
    void only_the_first_answer_is_sent() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> {
            ack.send();
            ack.send(JsonValue.TRUE);
        }));
        var client = server.joined();

        client.says("423[\"a\"]");

        assertThat(client.heard()).containsExactly("433[]");
    }

    @Test
    void nothing_is_sent_when_no_answer_is_wanted() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> {
            outcomes.add("wanted: " + ack.wanted());
            ack.send();
        }));
        var client = server.joined();

        client.says("42[\"a\"]");

        assertThat(outcomes).containsExactly("wanted: false");
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void an_answer_after_the_disconnect_is_dropped() {
        var kept = new AtomicReference<Ack>();
        main.onConnection(socket -> socket.on("a", (event, ack) -> kept.set(ack)));
        var client = server.joined();

        client.says("421[\"a\"]", "41");
        kept.get().send();

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void an_emit_with_ack_gives_what_the_client_answers() {
        var client = asked();

        assertThat(client.heard()).containsExactly("420[\"question\"]");
        client.says("430[\"yes\",2]", "430[\"no\"]");

        assertThat(outcomes).containsExactly("[\"yes\",2]");
    }

    @Test
    void an_answer_may_have_attachments() {
        var client = asked();

        client.says("461-0[{\"_placeholder\":true,\"num\":0}]");
        client.says(ByteBuffer.wrap(new byte[] {1}));

        assertThat(outcomes).containsExactly("[{\"_placeholder\":true,\"num\":0}]");
    }

    @Test
    void ack_ids_count_per_namespace_whatever_the_socket() {
        server.io.of("/admin").onConnection(this::ask);

        var one = asked();
        var other = asked();
        other.says("40/admin,");

        assertThat(one.heard()).containsExactly("420[\"question\"]");
        assertThat(other.heard()).contains("421[\"question\"]", "42/admin,0[\"question\"]");
    }

    @Test
    void an_answer_that_nobody_waits_for_is_ignored() {
        var client = server.joined();

        client.says("4399[]");

        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_client_cannot_answer_for_another() {
        asked();
        var other = server.joined();

        other.says("430[\"forged\"]");

        assertThat(outcomes).isEmpty();
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_a_timeout() {
        var client = asked();

        server.time.advance(ofSeconds(10));
        assertThat(outcomes).containsExactly("TIMEOUT");

        client.says("430[]");
        assertThat(outcomes).containsExactly("TIMEOUT");
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_disconnect_ends_the_waiting() {
        var left = asked();
        left.says("41");
        assertThat(outcomes).containsExactly("DISCONNECTED");

        var vanished = asked();
        vanished.vanishes();
        assertThat(outcomes).containsExactly("DISCONNECTED", "DISCONNECTED");
    }

    @Test
    void an_emit_with_ack_after_the_disconnect_fails_at_once() {
        var socket = new AtomicReference<Socket>();
        main.onConnection(socket::set);
        var client = server.joined();
        client.says("41");

        ask(socket.get());

        assertThat(outcomes).containsExactly("DISCONNECTED");
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void pending_answers_of_one_socket_are_bounded() {
        var small = new TestServer(new ServerSettings(ofSeconds(45), 10, 32, 32, 2), Runnable::run);
        small.io.of("/").onConnection(socket -> socket.on("go", (event, ack) -> ask(socket)));
        var client = small.joined();

        client.says("42[\"go\"]", "42[\"go\"]", "42[\"go\"]");
        assertThat(outcomes).containsExactly("TOO_MANY_PENDING");
        assertThat(client.heard()).containsExactly("420[\"question\"]", "421[\"question\"]");

        client.says("430[]", "42[\"go\"]");
        assertThat(client.heard()).containsExactly("423[\"question\"]");
    }

    @Test
    void an_answer_leaves_nothing_waiting() {
        var client = server.joined();
        int before = server.time.scheduled();
        ask(main.sockets().iterator().next());

        client.says("430[]");

        assertThat(server.time.scheduled()).isEqualTo(before);
    }

    private TestClient asked() {
        var client = server.joined();
        main.sockets().stream()
                .filter(socket -> socket.data().get(TestClient.class).isEmpty())
                .forEach(socket -> {
                    socket.data().put(TestClient.class, client);
                    ask(socket);
                });
        return client;
    }

    private void ask(Socket socket) {
        CompletionStage<Answer> answer = socket.emitWithAck(QUESTION, ofSeconds(10));
        answer.whenComplete((answered, failure) -> outcomes.add(
                failure instanceof NotAcknowledged missing
                        ? missing.reason().name()
                        : JsonText.write(answered.args())));
    }
}
