package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parlance.dialect.Dialects;
import parlance.engineio.ManualTimer;

class TokenWatchTest {
    /** Twelve hours, and the difference of clocks that is forgiven. */
    private static final Duration LIFE = Duration.ofHours(12).plusSeconds(5);

    private final Stage stage = Stage.of(Dialects::all);

    @Test
    void a_token_without_end_ends_with_the_longest_session() {
        var time = new ManualTimer();
        var heard = new ArrayList<String>();
        var watch = new TokenWatch(
                (delay, task) -> time.schedule(delay, task)::cancel,
                time.clock(Instant.EPOCH),
                Duration.ofDays(3),
                until -> heard.add("until " + until),
                () -> heard.add("end"));

        watch.watch(Optional.empty());
        for (int hour = 0; hour < 71; hour++) {
            time.advance(Duration.ofHours(1));
        }
        assertThat(heard).isEmpty();

        time.advance(Duration.ofMinutes(59));
        assertThat(heard).containsExactly("until 1970-01-04T00:00:00Z");

        time.advance(Duration.ofMinutes(1));
        assertThat(heard).endsWith("end");
    }

    @Test
    void whoever_is_put_out_is_not_let_in_again_with_the_same_token() {
        var token = stage.token("ada");
        var ada = stage.stranger();
        ada.says("40{\"token\":\"" + token + "\"}");
        stage.passes(LIFE.minusMillis(1));
        assertThat(ada.heard()).doesNotContain("41");

        stage.passes(Duration.ofMillis(1));
        assertThat(ada.heard()).endsWith("41");
        ada.says("40{\"token\":\"" + token + "\"}");
        stage.settle();

        assertThat(ada.heard()).singleElement().asString().contains("TOKEN_EXPIRED");
    }

    @Test
    void a_client_is_warned_a_minute_ahead_and_disconnected_when_its_token_has_expired() {
        var ada = stage.enterSpeaking("horse-trust", "ada");

        stage.passes(LIFE.minusSeconds(60));
        assertThat(ada.heard()).containsExactly("42[\"auth:expiring\",{\"expiresAt\":\"2024-01-15T22:30:05.000Z\"}]");

        stage.passes(Duration.ofSeconds(60));
        assertThat(ada.heard())
                .containsExactly(
                        "42[\"error\",{\"message\":\"The token has expired\",\"code\":\"TOKEN_EXPIRED\"}]", "41");
    }

    @Test
    void a_fresh_token_prolongs_the_life_of_the_socket() {
        var ada = stage.enterSpeaking("jobspare", "ada");
        stage.passes(Duration.ofHours(6));

        stage.says(ada, "425[\"auth:refresh\",{\"token\":\"" + stage.token("ada") + "\"}]");

        assertThat(ada.heard()).containsExactly("435[{\"success\":true,\"expiresAt\":\"2024-01-16T04:30:05.000Z\"}]");
        stage.passes(Duration.ofHours(11));
        assertThat(ada.heard()).isEmpty();
        stage.passes(LIFE.minusHours(11));
        assertThat(ada.heard()).hasSize(3).last().isEqualTo("41");
    }

    @Test
    void another_users_token_or_a_bad_one_changes_nothing() {
        var ada = stage.enterSpeaking("horse-trust", "ada");

        stage.says(ada, "421[\"auth:refresh\",{\"token\":\"" + stage.token("bob") + "\"}]");
        stage.says(ada, "422[\"auth:refresh\",{\"token\":\"nonsense\"}]");
        stage.says(ada, "423[\"auth:refresh\"]");

        assertThat(ada.heard())
                .containsExactly(
                        "431[{\"success\":false,\"message\":\"The token is another user's\",\"code\":\"FORBIDDEN\"}]",
                        "432[{\"success\":false,\"message\":\"Authentication error: jwt malformed\",\"code\":\"TOKEN_INVALID\"}]",
                        "433[{\"success\":false,\"message\":\"An object is expected\",\"code\":\"VALIDATION\"}]");
    }

    @Test
    void a_token_may_come_in_a_header_but_in_the_address_only_where_that_is_allowed() {
        var bearer = Map.of("authorization", List.of("Bearer " + stage.token("ada")));
        var query = Map.of("token", List.of(stage.token("ada")));
        var lenient = Stage.of(
                new InterpreterSettings(
                        InterpreterSettings.DEFAULTS.defaultDialect(), Duration.ZERO, Duration.ofHours(1), true),
                Dialects::all);

        var header = stage.stranger(bearer, Map.of());
        header.says("40");
        var strict = stage.stranger(Map.of(), query);
        strict.says("40");
        var allowed = lenient.stranger(Map.of(), query);
        allowed.says("40");

        assertThat(header.heard()).first().asString().startsWith("40{\"sid\":");
        assertThat(strict.heard()).first().asString().startsWith("44{");
        assertThat(allowed.heard()).first().asString().startsWith("40{\"sid\":");
    }
}
