package parlance.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    private final Engine engine =
            new Engine(EngineSettings.DEFAULTS, new ManualTimer(), Runnable::run, session -> new Nobody());

    @ParameterizedTest
    @CsvSource({
        "GET, 4, polling, false, ''",
        "GET, 4, websocket, true, ''",
        "POST, 4, polling, false, BAD_HANDSHAKE_METHOD",
        "PUT, 4, polling, false, BAD_HANDSHAKE_METHOD",
        "GET, 4, webtransport, false, UNKNOWN_TRANSPORT",
        "GET, 4, '', false, UNKNOWN_TRANSPORT",
        "GET, 4, websocket, false, BAD_REQUEST",
        "GET, 4, polling, true, BAD_REQUEST",
        "GET, 5, polling, false, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, '', polling, false, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, 04, polling, false, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, 3, polling, false, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, abc, websocket, true, UNSUPPORTED_PROTOCOL_VERSION"
    })
    void a_handshake_is_admitted_or_refused_with_a_code(
            String method, String eio, String transport, boolean upgrade, String error) {
        var admission = engine.admit(method, query("EIO", eio, "transport", transport), upgrade);

        assertThat(outcome(admission)).isEqualTo(error);
    }

    @Test
    void a_live_session_goes_on_with_its_transport_only() {
        TestClient.open(engine, "polling", Map.of(), Map.of());
        var sid = engine.sessions().iterator().next().id();

        assertThat(outcome(engine.admit("GET", query("transport", "polling", "sid", sid), false)))
                .isEqualTo("continues");
        assertThat(outcome(engine.admit("GET", query("transport", "websocket", "sid", sid), true)))
                .isEqualTo("continues");
        assertThat(outcome(engine.admit("GET", query("transport", "websocket", "sid", sid), false)))
                .isEqualTo("BAD_REQUEST");
        assertThat(outcome(engine.admit("GET", query("transport", "polling", "sid", "other"), false)))
                .isEqualTo("UNKNOWN_SID");
    }

    @Test
    void a_session_over_websocket_does_not_poll() {
        TestClient.connect(engine);
        var sid = engine.sessions().iterator().next().id();

        assertThat(outcome(engine.admit("GET", query("transport", "polling", "sid", sid), false)))
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void a_parameter_given_twice_is_a_bad_request() {
        var query = new HashMap<>(query("EIO", "4", "transport", "polling"));
        query.put("transport", List.of("polling", "polling"));

        assertThat(outcome(engine.admit("GET", query, false))).isEqualTo("BAD_REQUEST");
    }

    @Test
    void errors_have_the_codes_of_the_reference_server() {
        assertThat(EngineError.UNKNOWN_TRANSPORT.json()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
        assertThat(EngineError.UNKNOWN_SID.json()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        assertThat(EngineError.BAD_HANDSHAKE_METHOD.json()).contains("\"code\":2", "Bad handshake method");
        assertThat(EngineError.BAD_REQUEST.json()).contains("\"code\":3", "Bad request");
        assertThat(EngineError.FORBIDDEN.json()).contains("\"code\":4", "Forbidden");
        assertThat(EngineError.UNSUPPORTED_PROTOCOL_VERSION.json()).contains("\"code\":5");
    }

    private static Map<String, List<String>> query(String... namesAndValues) {
        var query = new HashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return query;
    }

    private static String outcome(Admission admission) {
        if (admission instanceof Admission.Refused refused) {
            return refused.error().name();
        }
        return admission instanceof Admission.Continues ? "continues" : "";
    }

    private record Nobody() implements SessionListener {
        @Override
        public void text(String data) {}

        @Override
        public void binary(ByteBuffer data) {}

        @Override
        public void closed(CloseReason reason) {}
    }
}
