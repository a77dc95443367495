package parlance.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @Test
    void defaults_are_those_of_Node_where_it_has_any() {
        assertThat(ServerSettings.DEFAULTS.connectTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(ServerSettings.DEFAULTS.maxAttachments()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 10, 32, 32, 10, connectTimeout",
        "PT-1S, 10, 32, 32, 10, connectTimeout",
        "PT1S, -1, 32, 32, 10, maxAttachments",
        "PT1S, 1001, 32, 32, 10, maxAttachments",
        "PT1S, 10, 0, 32, 10, maxNamespaces",
        "PT1S, 10, 32, 0, 10, maxRefusals",
        "PT1S, 10, 32, 32, 0, maxPendingAcks"
    })
    void what_is_out_of_bounds_is_named(
            Duration timeout, int attachments, int namespaces, int refusals, int acks, String named) {
        assertThatThrownBy(() -> new ServerSettings(timeout, attachments, namespaces, refusals, acks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void a_namespace_has_one_name_with_or_without_its_slash() {
        var io = new SocketIoServer(ServerSettings.DEFAULTS);

        assertThat(io.of("admin")).isSameAs(io.of("/admin"));
        assertThatThrownBy(() -> io.of("/a,b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> io.of("/" + "n".repeat(512))).isInstanceOf(IllegalArgumentException.class);
    }
}
