package parlance.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpgradeTest implements SessionListener {
    private final ManualTimer time = new ManualTimer();
    private final List<String> told = new ArrayList<>();
    private final Engine engine = new Engine(EngineSettings.DEFAULTS, time, Runnable::run, session -> this);
    private TestClient polling = TestClient.open(engine, "polling", Map.of(), Map.of());
    private final Session session = engine.sessions().iterator().next();

    @BeforeEach
    void the_open_packet_is_read() {
        polling.heard();
    }

    @Test
    void a_probed_websocket_takes_over() {
        var websocket = TestClient.upgrade(engine, session);

        websocket.says("2probe");
        assertThat(websocket.heard()).containsExactly("3probe");
        assertThat(polling.heard()).containsExactly("6");
        websocket.says("5", "4hello");
        session.send(List.of(Frame.text("welcome")));

        assertThat(told).containsExactly("hello");
        assertThat(websocket.heard()).containsExactly("4welcome");
        assertThat(session.transport().name()).isEqualTo("websocket");
    }

    @Test
    void what_is_sent_while_nobody_polls_goes_over_the_websocket_in_order() {
        var websocket = TestClient.upgrade(engine, session);
        websocket.says("2probe");
        websocket.heard();
        polling.stopsReading();
        session.send(List.of(Frame.text("by poll")));
        session.send(List.of(Frame.text("first")));
        session.send(List.of(Frame.text("second")));

        websocket.says("5");

        assertThat(polling.heard()).containsExactly("6", "4by poll");
        assertThat(websocket.heard()).containsExactly("4first", "4second");
    }

    @Test
    void polls_are_released_again_and_again_until_the_client_upgrades() {
        var websocket = TestClient.upgrade(engine, session);
        websocket.says("2probe");

        time.advance(Duration.ofMillis(250));

        assertThat(polling.heard()).containsExactly("6", "6", "6");
    }

    @Test
    void a_websocket_that_does_not_take_over_in_time_is_closed_and_the_session_goes_on() {
        var websocket = TestClient.upgrade(engine, session);
        websocket.says("2probe");

        time.advance(EngineSettings.DEFAULTS.upgradeTimeout());

        assertThat(websocket.closed()).isPresent();
        assertThat(session.open()).isTrue();
        assertThat(TestClient.upgrade(engine, session).accepted()).isTrue();
    }

    @Test
    void a_websocket_that_says_anything_else_is_closed_and_the_session_goes_on() {
        for (var packet : List.of("4hello", "5", "2", "2other", "1", "3")) {
            var websocket = TestClient.upgrade(engine, session);

            websocket.says(packet);

            assertThat(websocket.closed()).as(packet).isPresent();
            assertThat(session.open()).as(packet).isTrue();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void a_second_websocket_is_not_accepted_while_one_probes_or_has_taken_over() {
        var websocket = TestClient.upgrade(engine, session);

        assertThat(TestClient.upgrade(engine, session).accepted()).isFalse();
        websocket.says("2probe", "5");
        assertThat(TestClient.upgrade(engine, session).accepted()).isFalse();
    }

    @Test
    void the_end_of_the_left_transport_does_not_end_the_session() {
        var websocket = TestClient.upgrade(engine, session);
        websocket.says("2probe", "5");

        polling.vanishes();
        assertThat(session.open()).isTrue();

        websocket.vanishes();
        assertThat(told).containsExactly("closed TRANSPORT_CLOSE");
    }

    @Test
    void a_websocket_that_takes_over_what_has_just_ended_is_closed() {
        var websocket = TestClient.upgrade(engine, session);
        websocket.says("2probe");
        session.close(CloseReason.FORCED_CLOSE);

        session.upgraded(websocket);

        assertThat(websocket.closed()).contains(CloseReason.FORCED_CLOSE);
        assertThat(told).containsExactly("closed FORCED_CLOSE");
    }

    @Test
    void the_transport_that_was_left_is_told_so() {
        TestClient.upgrade(engine, session).says("2probe", "5");

        assertThat(polling.closed()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(session.open()).isTrue();
    }

    @Test
    void the_end_of_the_session_ends_a_probing_websocket() {
        var websocket = TestClient.upgrade(engine, session);

        polling.says("1");

        assertThat(websocket.closed()).isPresent();
        assertThat(engine.sessions()).isEmpty();
    }

    @Override
    public void text(String data) {
        told.add(data);
    }

    @Override
    public void binary(ByteBuffer data) {
        told.add("binary");
    }

    @Override
    public void closed(CloseReason reason) {
        told.add("closed " + reason);
    }
}
