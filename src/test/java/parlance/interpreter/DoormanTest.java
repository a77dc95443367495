package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.dialect.Dialects;

class DoormanTest {
    private final Stage stage = Stage.of(Dialects::all);

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"token\":\"\"}", "{\"token\":null}", "{\"token\":7}"})
    void without_a_token_nobody_comes_in(String auth) {
        assertThat(answerTo("40" + auth))
                .containsExactly(
                        "44{\"message\":\"Authentication error: no token\",\"data\":{\"code\":\"TOKEN_MISSING\"}}");
    }

    @Test
    void a_bad_token_is_refused_in_the_dialects_namespaces_too() {
        assertThat(answerTo("40/jobspare,{\"token\":\"nonsense\"}"))
                .containsExactly(
                        "44/jobspare,{\"message\":\"Authentication error: invalid token\",\"data\":{\"code\":\"TOKEN_INVALID\"}}");
    }

    @Test
    void an_expired_token_is_an_invalid_one_with_a_code_of_its_own() {
        var token = stage.token("ada");
        stage.passes(Duration.ofHours(13));

        assertThat(answerTo("40{\"token\":\"" + token + "\"}"))
                .containsExactly(
                        "44{\"message\":\"Authentication error: invalid token\",\"data\":{\"code\":\"TOKEN_EXPIRED\"}}");
    }

    @Test
    void an_unknown_dialect_is_refused_with_the_known_ones() {
        assertThat(answerTo("40{\"token\":\"" + stage.token("ada") + "\",\"dialect\":\"klingon\"}"))
                .containsExactly("44{\"message\":\"Unknown dialect; there are: horse-trust, jobspare\","
                        + "\"data\":{\"code\":\"VALIDATION\"}}");
    }

    @Test
    void who_was_refused_may_try_again() {
        var ada = stage.stranger();
        stage.says(ada, "40");
        ada.heard();

        stage.says(ada, "40{\"token\":\"" + stage.token("ada") + "\"}");

        assertThat(ada.heard()).first().asString().startsWith("40{\"sid\":");
    }

    private List<String> answerTo(String connect) {
        var client = stage.stranger();
        stage.says(client, connect);
        return client.heard();
    }
}
