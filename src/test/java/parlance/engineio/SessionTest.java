package parlance.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final EngineSettings SETTINGS = new EngineSettings(
            Duration.ofSeconds(25), Duration.ofSeconds(60), Duration.ofSeconds(10), 1_000, 1_000, 1_000, 10);

    private final ManualTimer time = new ManualTimer();
    private final Log application = new Log();
    private final Engine engine = new Engine(SETTINGS, time, Runnable::run, application);

    @Test
    void the_open_packet_comes_first_and_tells_the_settings() {
        var client = TestClient.open(engine, "polling", Map.of(), Map.of());

        var sid = application.session().id();
        assertThat(sid).hasSizeGreaterThanOrEqualTo(22);
        assertThat(client.heard())
                .containsExactly("0{\"sid\":\"" + sid
                        + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":60000,"
                        + "\"maxPayload\":1000}");
    }

    @Test
    void a_session_that_began_with_a_websocket_offers_no_upgrade() {
        var client = TestClient.open(engine, "websocket", Map.of(), Map.of());

        assertThat(client.heard().get(0)).contains("\"upgrades\":[]");
    }

    @Test
    void messages_reach_the_application_in_order_and_answers_the_client() {
        var client = TestClient.connect(engine);

        client.says("4one", "4two");
        client.says(ByteBuffer.wrap(new byte[] {1, 2}));
        application.session().send(List.of(Frame.text("three"), Frame.binary(ByteBuffer.wrap(new byte[] {9}))));

        assertThat(application.told).containsExactly("text one", "text two", "binary 2");
        assertThat(client.heard()).containsExactly("4three", "b:09");
    }

    @Test
    void a_client_that_does_not_answer_a_ping_in_time_is_closed() {
        var client = TestClient.connect(engine);

        time.advance(Duration.ofSeconds(25));
        assertThat(client.heard()).containsExactly("2");

        time.advance(Duration.ofSeconds(60));
        assertThat(application.told).containsExactly("closed PING_TIMEOUT");
        assertThat(client.closed()).contains(CloseReason.PING_TIMEOUT);
        assertThat(engine.sessions()).isEmpty();
    }

    @Test
    void a_client_that_answers_each_ping_stays() {
        var client = TestClient.connect(engine);

        for (int i = 0; i < 10; i++) {
            time.advance(Duration.ofSeconds(25));
            assertThat(client.heard()).containsExactly("2");
            time.advance(Duration.ofSeconds(59));
            client.says("3");
        }

        assertThat(application.session().open()).isTrue();
    }

    @Test
    void a_close_packet_ends_the_session_after_what_came_before_it() {
        var client = TestClient.connect(engine);

        client.says("4last", "1", "4late");

        assertThat(application.told).containsExactly("text last", "closed TRANSPORT_CLOSE");
        assertThat(engine.sessions()).isEmpty();
    }

    @Test
    void a_lost_transport_ends_the_session_once() {
        var client = TestClient.connect(engine);

        client.vanishes();
        client.vanishes();

        assertThat(application.told).containsExactly("closed TRANSPORT_CLOSE");
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void nonsense_from_above_closes_only_this_session_and_drops_what_waits() {
        var other = TestClient.connect(engine);
        var client = TestClient.connect(engine);

        client.says("4nonsense", "4dropped");

        assertThat(application.told).containsExactly("text nonsense", "closed PARSE_ERROR");
        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
        assertThat(other.closed()).isEmpty();
    }

    @Test
    void an_exception_costs_one_message_only() {
        var client = TestClient.connect(engine);

        client.says("4bug", "4next");

        assertThat(application.told).containsExactly("text bug", "text next");
    }

    @Test
    void packets_that_only_a_server_sends_are_nonsense() {
        for (var packet : List.of("0", "2", "5")) {
            var client = TestClient.connect(engine);

            client.says(packet);

            assertThat(client.closed()).as(packet).contains(CloseReason.PARSE_ERROR);
        }
    }

    @Test
    void a_backlog_over_the_limit_closes_the_session_as_too_slow() {
        var client = TestClient.connect(engine);
        client.stopsReading();

        for (int i = 0; i < 20; i++) {
            application.session().send(List.of(Frame.text("123456789")));
        }

        assertThat(application.told).containsExactly("closed TOO_SLOW");
        assertThat(client.closed()).contains(CloseReason.TOO_SLOW);
    }

    @Test
    void what_waits_for_a_slow_client_comes_in_order_when_it_reads_on() {
        var client = TestClient.connect(engine);
        client.stopsReading();

        for (int i = 0; i < 5; i++) {
            application.session().send(List.of(Frame.text("m" + i)));
        }
        assertThat(client.heard()).containsExactly("4m0");
        client.readsOn();

        assertThat(client.heard()).containsExactly("4m1", "4m2", "4m3", "4m4");
    }

    @Test
    void volatile_frames_are_dropped_while_something_else_is_being_written() {
        var client = TestClient.connect(engine);

        assertThat(application.session().sendVolatile(List.of(Frame.text("now"))))
                .isTrue();
        client.stopsReading();
        application.session().send(List.of(Frame.text("busy")));
        assertThat(application.session().sendVolatile(List.of(Frame.text("dropped"))))
                .isFalse();
        client.readsOn();

        assertThat(client.heard()).containsExactly("4now", "4busy");
    }

    @Test
    void a_task_waits_until_everything_before_it_is_written() {
        var client = TestClient.connect(engine);
        var done = new ArrayList<String>();
        application.session().whenWritten(() -> done.add("nothing waits"));
        client.stopsReading();
        application.session().send(List.of(Frame.text("a")));
        application.session().send(List.of(Frame.text("b")));

        application.session().whenWritten(() -> done.add("b written"));
        assertThat(done).containsExactly("nothing waits");
        client.readsOn();

        assertThat(done).containsExactly("nothing waits", "b written");
    }

    @Test
    void a_forced_close_sends_what_was_said_before() {
        var client = TestClient.connect(engine);
        client.stopsReading();
        application.session().send(List.of(Frame.text("a")));
        application.session().send(List.of(Frame.text("b")));

        application.session().close(CloseReason.FORCED_CLOSE);

        assertThat(client.heard()).containsExactly("4a", "4b");
        assertThat(application.told).containsExactly("closed FORCED_CLOSE");
    }

    @Test
    void a_scheduled_task_runs_in_turn_and_not_after_the_end() {
        var client = TestClient.connect(engine);
        application.session().schedule(Duration.ofSeconds(1), () -> application.told.add("first"));
        application.session().schedule(Duration.ofSeconds(3), () -> application.told.add("second"));

        time.advance(Duration.ofSeconds(2));
        client.vanishes();
        time.advance(Duration.ofSeconds(2));

        assertThat(application.told).containsExactly("first", "closed TRANSPORT_CLOSE");
    }

    @Test
    void a_stopping_engine_closes_its_sessions_and_opens_no_more() {
        var client = TestClient.connect(engine);

        engine.stop();

        assertThat(client.closed()).contains(CloseReason.SERVER_SHUTTING_DOWN);
        assertThat(engine.admit("GET", Map.of("EIO", List.of("4"), "transport", List.of("polling")), false))
                .isInstanceOf(Admission.Refused.class);
    }

    /** Writes down what it is told; {@code nonsense} and {@code bug} make it fail. */
    private static final class Log implements EngineListener, SessionListener {
        private final List<String> told = new ArrayList<>();
        private final List<Session> sessions = new ArrayList<>();

        @Override
        public SessionListener opened(Session session) {
            sessions.add(session);
            return this;
        }

        Session session() {
            return sessions.get(sessions.size() - 1);
        }

        @Override
        public void text(String data) {
            told.add("text " + data);
            if (data.equals("nonsense")) {
                throw new ProtocolException("nonsense");
            }
            if (data.equals("bug")) {
                throw new IllegalStateException("a bug, on purpose");
            }
        }

        @Override
        public void binary(ByteBuffer data) {
            told.add("binary " + data.remaining());
        }

        @Override
        public void closed(CloseReason reason) {
            told.add("closed " + reason);
        }
    }
}
