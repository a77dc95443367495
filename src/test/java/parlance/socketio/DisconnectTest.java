package parlance.socketio;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.engineio.CloseReason;
import parlance.engineio.TestClient;

class DisconnectTest {
    private static final Room RED = Room.of("red");

    private final TestServer server = new TestServer();
    private final Namespace main = server.io.of("/");
    private final List<String> calls = new ArrayList<>();
    private TestClient client;
    private Socket socket;

    @BeforeEach
    void a_socket_in_a_room_that_tells_its_end() {
        var connected = new AtomicReference<Socket>();
        main.onConnection(joined -> {
            connected.set(joined);
            joined.join(RED);
            joined.on("a", (event, ack) -> calls.add("a"));
            joined.onDisconnecting(
                    reason -> calls.add("disconnecting, " + joined.rooms().size() + " rooms"));
            joined.onDisconnect(
                    reason -> calls.add(reason.text() + ", " + joined.rooms().size() + " rooms"));
        });
        client = server.joined();
        socket = connected.get();
    }

    @Test
    void a_client_that_leaves_keeps_its_session_and_may_come_back() {
        client.says("41");

        assertEnd("client namespace disconnect");
        assertThat(client.heard()).isEmpty();
        assertThat(client.closed()).isEmpty();

        client.says("40");
        assertThat(main.sockets()).hasSize(1).doesNotContain(socket);
    }

    @Test
    void an_event_of_a_client_that_left_closes_its_session() {
        client.says("41", "42[\"a\"]");

        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
    }

    @Test
    void the_server_disconnects_with_a_packet() {
        socket.disconnect();
        assertThat(socket.connected()).isFalse();
        assertThat(client.heard()).containsExactly("41");

        server.settle();
        assertEnd("server namespace disconnect");
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_second_disconnect_does_nothing() {
        socket.disconnect();
        socket.disconnect();
        server.settle();
        socket.disconnect();
        server.settle();

        assertThat(client.heard()).containsExactly("41");
        assertEnd("server namespace disconnect");
    }

    @Test
    void what_was_under_way_when_the_server_disconnected_is_ignored() {
        socket.disconnect();
        client.says("42[\"a\"]");
        server.settle();
        client.says("42[\"a\"]", "430[]", "41");

        assertEnd("server namespace disconnect");
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_client_that_was_disconnected_may_come_back_at_once() {
        socket.disconnect();
        client.says("40", "42[\"a\"]");
        server.settle();

        assertThat(client.heard()).hasSize(2).first().isEqualTo("41");
        assertThat(calls).containsExactly("disconnecting, 2 rooms", "server namespace disconnect, 0 rooms", "a");
        assertThat(main.sockets()).hasSize(1);
    }

    @Test
    void nothing_is_emitted_to_a_socket_after_its_disconnect() {
        socket.disconnect();
        client.heard();

        socket.emit(Event.of("b"));
        socket.emitVolatile(Event.of("b"));
        main.to(RED).emit(Event.of("b"));

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void disconnecting_the_session_ends_all_its_sockets_and_the_session() {
        server.io
                .of("/admin")
                .onConnection(other -> other.onDisconnect(reason -> calls.add("/admin " + reason.text())));
        client.says("40/admin,");
        client.heard();

        socket.disconnectSession();
        server.settle();

        assertThat(client.heard()).containsExactly("41", "41/admin,");
        assertThat(client.closed()).contains(CloseReason.FORCED_SERVER_CLOSE);
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "disconnecting, 2 rooms",
                        "server namespace disconnect, 0 rooms",
                        "/admin server namespace disconnect");
    }

    @Test
    void a_transport_that_breaks_is_a_transport_close() {
        client.vanishes();

        assertEnd("transport close");
    }

    @Test
    void a_missing_pong_is_a_ping_timeout() {
        server.time.advance(ofSeconds(25 + 60));

        assertEnd("ping timeout");
    }

    @Test
    void nonsense_is_a_parse_error() {
        client.says("4nonsense");

        assertEnd("parse error");
    }

    @Test
    void a_server_that_closes_sends_no_DISCONNECT() {
        server.io.close();

        assertEnd("server shutting down");
        assertThat(client.heard()).isEmpty();
        assertThat(client.closed()).contains(CloseReason.SERVER_SHUTTING_DOWN);
        assertThat(server.client().closed()).contains(CloseReason.SERVER_SHUTTING_DOWN);
    }

    @Test
    void the_first_reason_counts() {
        socket.disconnect();
        client.vanishes();

        assertEnd("server namespace disconnect");
    }

    @Test
    void a_listener_that_fails_does_not_keep_the_others_from_hearing() {
        var second = new AtomicReference<DisconnectReason>();
        socket.onDisconnect(reason -> {
            throw new IllegalStateException("first");
        });
        socket.onDisconnect(second::set);

        client.vanishes();

        assertThat(second.get()).isEqualTo(DisconnectReason.TRANSPORT_CLOSE);
    }

    @Test
    void a_room_can_still_be_told_while_the_socket_is_disconnecting() {
        var other = server.joined();
        socket.onDisconnecting(reason -> socket.to(RED).emit(Event.of("left")));

        client.vanishes();

        assertThat(other.heard()).containsExactly("42[\"left\"]");
    }

    @Test
    void a_scheduled_task_runs_in_time_unless_cancelled() {
        socket.schedule(ofSeconds(2), () -> calls.add("two"));
        socket.schedule(ofSeconds(1), () -> calls.add("one"));
        socket.schedule(ofSeconds(1), () -> calls.add("never")).cancel();

        server.time.advance(ofSeconds(1));
        assertThat(calls).containsExactly("one");

        server.time.advance(ofSeconds(1));
        assertThat(calls).containsExactly("one", "two");
    }

    @Test
    void a_scheduled_task_never_runs_after_the_disconnect() {
        socket.schedule(ofSeconds(1), () -> calls.add("scheduled before"));
        socket.disconnect();
        server.settle();
        socket.schedule(Duration.ZERO, () -> calls.add("scheduled after"));

        server.time.advance(ofSeconds(2));

        assertEnd("server namespace disconnect");
    }

    @Test
    void a_task_runs_when_all_that_was_emitted_is_written() {
        client.stopsReading();
        socket.emit(Event.of("b"));
        socket.whenWritten(() -> calls.add("written"));
        assertThat(calls).isEmpty();

        client.readsOn();

        assertThat(calls).containsExactly("written");
    }

    private void assertEnd(String reason) {
        assertThat(calls).containsExactly("disconnecting, 2 rooms", reason + ", 0 rooms");
        assertThat(socket.connected()).isFalse();
        assertThat(main.sockets()).doesNotContain(socket);
        assertThat(main.inhabited(RED)).isFalse();
    }
}
