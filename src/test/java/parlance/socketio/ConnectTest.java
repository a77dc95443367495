package parlance.socketio;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.engineio.CloseReason;
import parlance.json.JsonText;

class ConnectTest {
    private final TestServer server = new TestServer();
    private final Namespace main = server.io.of("/");
    private final List<String> calls = new ArrayList<>();

    @Test
    void a_client_that_connects_hears_its_id_before_anything_else() {
        main.onConnection(socket -> socket.emit(Event.of("welcome")));
        var client = server.client();

        client.says("40");

        var id = main.sockets().iterator().next().id();
        assertThat(id.text()).matches("[\\w-]{24}");
        assertThat(client.heard()).containsExactly("40{\"sid\":\"" + id.text() + "\"}", "42[\"welcome\"]");
    }

    @Test
    void a_client_may_be_in_several_namespaces_under_different_ids() {
        var admin = server.io.of("admin");
        var client = server.client();

        client.says("40", "40/admin,{}");

        var one = main.sockets().iterator().next();
        var other = admin.sockets().iterator().next();
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(other.namespace().name()).isEqualTo("/admin");
        assertThat(client.heard())
                .containsExactly(
                        "40{\"sid\":\"" + one.id().text() + "\"}",
                        "40/admin,{\"sid\":\"" + other.id().text() + "\"}");
    }

    @Test
    void the_handshake_has_the_request_and_the_auth_of_the_CONNECT() {
        var shaken = new AtomicReference<Handshake>();
        main.onConnection(socket -> shaken.set(socket.handshake()));

        server.client(Map.of("authorization", List.of("Bearer t")), Map.of("EIO", List.of("4")))
                .says("40{\"token\":\"t\"}");

        assertThat(shaken.get().auth()).isEqualTo(JsonText.parse("{\"token\":\"t\"}"));
        assertThat(shaken.get().header("Authorization")).contains("Bearer t");
        assertThat(shaken.get().query("EIO")).contains("4");
        assertThat(shaken.get().query("none")).isEmpty();
        assertThat(shaken.get().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void an_unknown_namespace_is_refused_and_the_others_stay() {
        var client = server.joined();

        client.says("40/nowhere,{}", "42[\"a\"]");

        assertThat(client.heard()).containsExactly("44/nowhere,{\"message\":\"Invalid namespace\"}");
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void gates_are_passed_in_order_before_the_connection_is_told() {
        main.gate(socket -> {
                    calls.add("first");
                    socket.data().put(String.class, "ada");
                })
                .gate(socket -> calls.add("second " + socket.data().get(String.class)))
                .onConnection(socket -> calls.add("connection"));

        server.client().says("40");

        assertThat(calls).containsExactly("first", "second Optional[ada]", "connection");
    }

    @Test
    void a_refused_client_hears_why_and_no_later_gate_or_listener_runs() {
        main.gate(socket -> {
                    throw new ConnectRefused("no", JsonText.object(o -> o.add("code", "TOKEN_MISSING")));
                })
                .gate(socket -> calls.add("second gate"))
                .onConnection(socket -> calls.add("connection"));
        var client = server.client();

        client.says("40");

        assertThat(client.heard()).containsExactly("44{\"message\":\"no\",\"data\":{\"code\":\"TOKEN_MISSING\"}}");
        assertThat(calls).isEmpty();
        assertThat(main.sockets()).isEmpty();
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_refused_client_may_try_again() {
        main.gate(socket -> {
            if (socket.handshake().auth().isEmpty()) {
                throw new ConnectRefused("no");
            }
        });
        var client = server.client();

        client.says("40", "40{\"token\":\"t\"}");

        assertThat(client.heard()).hasSize(2).first().isEqualTo("44{\"message\":\"no\"}");
        assertThat(main.sockets()).hasSize(1);
    }

    @Test
    void an_event_after_a_refusal_closes_the_session_and_runs_no_listener() {
        main.gate(socket -> {
            socket.on("a", (event, ack) -> calls.add("a"));
            throw new ConnectRefused("no");
        });
        var client = server.client();

        client.says("40", "42[\"a\"]");

        assertThat(calls).isEmpty();
        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
    }

    @Test
    void a_gate_that_fails_refuses_without_telling_why() {
        main.gate(socket -> {
            throw new IllegalStateException("database password is hunter2");
        });
        var client = server.client();

        client.says("40");

        assertThat(client.heard()).containsExactly("44{\"message\":\"Internal server error\"}");
        assertThat(main.sockets()).isEmpty();
    }

    @Test
    void a_socket_in_a_gate_can_neither_emit_nor_join_nor_hear_broadcasts() {
        main.gate(socket -> {
            assertThat(socket.connected()).isFalse();
            assertThat(socket.rooms()).isEmpty();
            assertThatThrownBy(() -> socket.emit(Event.of("a"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> socket.emitVolatile(Event.of("a"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> socket.emitWithAck(Event.of("a"), ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> socket.join(Room.of("a"))).isInstanceOf(IllegalStateException.class);
            main.emit(Event.of("a"));
            calls.add("checked");
        });
        var client = server.client();

        client.says("40");

        assertThat(calls).containsExactly("checked");
        assertThat(client.heard()).singleElement().asString().startsWith("40{\"sid\"");
    }

    @Test
    void a_socket_disconnected_by_its_gate_connects_only_to_be_disconnected() {
        main.gate(Socket::disconnect).onConnection(socket -> calls.add("connection"));
        var client = server.client();

        client.says("40", "42[\"a\"]");

        assertThat(client.heard()).hasSize(2).last().isEqualTo("41");
        assertThat(calls).isEmpty();
        assertThat(main.sockets()).isEmpty();
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_session_that_ends_while_a_gate_thinks_connects_nobody() {
        var client = server.client();
        var admitted = new AtomicReference<Socket>();
        main.gate(socket -> {
                    admitted.set(socket);
                    client.vanishes();
                })
                .onConnection(socket -> calls.add("connection"));

        client.says("40");

        assertThat(calls).isEmpty();
        assertThat(main.sockets()).isEmpty();
        assertThat(main.inhabited(admitted.get().id().room())).isFalse();
    }

    @Test
    void what_a_refused_socket_scheduled_never_runs() {
        main.gate(socket -> {
            socket.schedule(ofSeconds(1), () -> calls.add("ran"));
            throw new ConnectRefused("no");
        });

        server.client().says("40");

        server.time.advance(ofSeconds(2));
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[\"a\"]", "420[\"a\"]", "41", "430[]", "44{}", "4", "42", "40[]", "40null"})
    void what_comes_before_a_CONNECT_closes_the_session(String packet) {
        main.onConnection(socket -> calls.add("connection"));
        var other = server.joined();
        calls.clear();
        var client = server.client();

        client.says(packet);

        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
        assertThat(calls).isEmpty();
        assertThat(other.closed()).isEmpty();
    }

    @Test
    void a_second_CONNECT_closes_the_session() {
        var client = server.joined();

        client.says("40");

        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
        assertThat(main.sockets()).isEmpty();
    }

    @Test
    void an_event_for_another_namespace_closes_the_session() {
        server.io.of("/admin");
        var client = server.joined();

        client.says("42/admin,[\"a\"]");

        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
    }

    @Test
    void a_session_that_joins_nothing_in_time_is_closed() {
        var silent = server.client();
        var refused = server.client();
        refused.says("40/nowhere,");
        var joined = server.joined();

        server.time.advance(ofSeconds(24));
        joined.says("3");
        server.time.advance(ofSeconds(21).minus(ofMillis(1)));
        assertThat(silent.closed()).isEmpty();

        server.time.advance(ofMillis(1));
        assertThat(silent.closed()).contains(CloseReason.FORCED_SERVER_CLOSE);
        assertThat(refused.closed()).contains(CloseReason.FORCED_SERVER_CLOSE);
        assertThat(joined.closed()).isEmpty();
    }

    @Test
    void a_session_that_left_everything_has_the_same_time_to_come_back() {
        var idle = new TestServer(new ServerSettings(ofSeconds(5), 10, 32, 32, 10), Runnable::run);
        idle.io.of("/");
        var client = idle.joined();
        idle.time.advance(ofSeconds(20));

        client.says("41");
        idle.time.advance(ofSeconds(4));
        assertThat(client.closed()).isEmpty();

        idle.time.advance(ofSeconds(1));
        assertThat(client.closed()).contains(CloseReason.FORCED_SERVER_CLOSE);
    }

    @Test
    void namespaces_of_one_session_are_bounded() {
        var small = new TestServer(new ServerSettings(ofSeconds(45), 10, 2, 32, 10), Runnable::run);
        List.of("/", "/b", "/c").forEach(small.io::of);
        var client = small.client();

        client.says("40", "40/b,", "40/c,");
        assertThat(client.heard()).last().isEqualTo("44/c,{\"message\":\"Too many namespaces\"}");

        client.says("41", "40/c,");
        assertThat(client.heard()).singleElement().asString().startsWith("40/c,{\"sid\"");
    }

    @Test
    void refusals_of_one_session_are_bounded() {
        var client = server.client();

        for (int i = 1; i < ServerSettings.DEFAULTS.maxRefusals(); i++) {
            client.says("40/nowhere" + i + ",");
        }
        assertThat(client.closed()).isEmpty();

        client.says("40/nowhere,");
        assertThat(client.closed()).contains(CloseReason.FORCED_SERVER_CLOSE);
        assertThat(server.sessions()).isZero();
    }

    @Test
    void a_connection_listener_that_fails_costs_nothing_but_itself() {
        main.onConnection(socket -> {
                    throw new IllegalStateException("first");
                })
                .onConnection(socket -> calls.add("second"));

        var client = server.joined();

        assertThat(calls).containsExactly("second");
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void nothing_of_a_session_that_ended_is_kept() {
        main.onConnection(socket -> {
            socket.join(Room.of("red"));
            socket.schedule(ofSeconds(60), () -> {});
            socket.emitWithAck(Event.of("a"), ofSeconds(60));
        });
        var client = server.joined();

        client.vanishes();

        assertThat(main.sockets()).isEmpty();
        assertThat(main.inhabited(Room.of("red"))).isFalse();
        assertThat(server.time.scheduled()).isZero();
        assertThat(server.sessions()).isZero();
    }

    @Test
    void sockets_are_found_by_id() {
        server.joined();
        var socket = main.sockets().iterator().next();

        assertThat(main.socket(socket.id())).contains(socket);
        assertThat(main.socket(SocketId.of("nobody"))).isEqualTo(Optional.empty());
    }
}
