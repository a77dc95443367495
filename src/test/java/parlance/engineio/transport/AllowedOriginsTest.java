package parlance.engineio.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:5173, true",
        "http://localhost:9, true",
        "http://localhost, true",
        "http://localhost:5173.evil.example, false",
        "http://localhost.evil.example:80, false",
        "https://localhost:5173, false",
        "https://chat.example.com, true",
        "https://chat.example.com:444, false",
        "http://chat.example.com, false",
        "https://xchat.example.com, false",
        "null, true",
        "'', false"
    })
    void listed_origins_are_allowed_and_no_others(String origin, boolean allowed) {
        var origins = AllowedOrigins.of(List.of("http://localhost:*", "https://chat.example.com", "null"));

        assertThat(origins.allows(origin, "server.example")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "http://server.example, server.example, true",
        "http://server.example:8080, server.example:8080, true",
        "https://Server.example, server.example, true",
        "https://server.example, server.example:443, true",
        "http://server.example, server.example:8080, false",
        "http://other.example, server.example, false",
        "null, server.example, false",
        "null, '', false",
        "not an origin, server.example, false",
        "http://user@server.example, server.example, false"
    })
    void the_servers_own_origin_is_allowed(String origin, String host, boolean allowed) {
        assertThat(AllowedOrigins.of(List.of()).allows(origin, host)).isEqualTo(allowed);
    }

    @Test
    void a_star_allows_all() {
        assertThat(AllowedOrigins.of(List.of("*")).allows("https://anyone.example", "server.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "ftp://x", "http://", "http://x/", "http://x:", "http://x:port", "*.x", ""})
    void what_is_no_origin_is_named(String entry) {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no origin: " + entry);
    }
}
