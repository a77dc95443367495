package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.dialect.Dialects;
import parlance.engineio.TestClient;

class DialectChoiceTest {
    /** What each dialect, and no other, says to a user who has joined nothing. */
    private static final Map<String, String> WORDS =
            Map.of("message_notification", "horse-trust", "user_online_status", "jobspare");

    private final Stage stage = Stage.of(Dialects::all);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"join_conversation\",\"c1\"                       | horse-trust",
                "\"typing\",\"c1\"                                  | horse-trust",
                "\"stop_typing\",\"c1\"                             | horse-trust",
                "\"send_message\",{\"conversation_id\":\"c1\"}      | horse-trust",
                "\"join_conversation\",{\"conversationId\":\"c1\"}  | jobspare",
                "\"send_message\",{\"conversationId\":\"c1\"}       | jobspare",
                "\"mark_as_read\",{}                                | jobspare",
                "\"typing_start\",{\"conversationId\":\"c1\"}       | jobspare",
                "\"typing_stop\",{\"conversationId\":\"c1\"}        | jobspare",
                "\"get_online_status\",{\"userId\":\"bob\"}         | jobspare",
                "\"leave_conversation\",{\"conversationId\":\"c1\"} | jobspare",
                "\"join_conversation\",7                            | undecided",
                "\"join_conversation\"                              | undecided",
                "\"typing\",{\"room\":\"r\"}                        | undecided",
                "\"send_message\",null                              | undecided",
                "\"send_message\",{\"conversation_id\":\"c1\",\"conversationId\":\"c1\"} | undecided",
                "\"hello\"                                          | undecided"
            })
    void the_first_telling_event_decides(String event, String dialect) {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enter("ada");
        stage.says(ada, "42[" + event + "]");
        ada.heard();

        assertThat(tongues(ada))
                .containsExactlyElementsOf(
                        dialect.equals("undecided") ? List.of("horse-trust", "jobspare") : List.of(dialect));
    }

    @Test
    void what_tells_nothing_is_an_error_in_the_words_of_all() {
        var ada = stage.enter("ada");

        stage.says(ada, "421[\"send_message\",null]");
        stage.says(ada, "42[\"hello\"]");

        var error =
                "\"message\":\"Nothing shows which dialect this is\",\"code\":\"VALIDATION\",\"context\":{\"event\":\"%s\"},"
                        + "\"msg\":\"Nothing shows which dialect this is\",\"data\":{\"code\":\"VALIDATION\",\"context\":{\"event\":\"%s\"}}";
        assertThat(ada.heard())
                .containsExactly(
                        "42[\"error\",{" + error.replace("%s", "send_message") + "}]",
                        "431[{\"success\":false,\"message\":\"Error sending message\",\"code\":\"VALIDATION\"}]",
                        "42[\"error\",{" + error.replace("%s", "hello") + "}]");
    }

    @Test
    void a_decided_client_is_told_that_it_said_something_unknown() {
        var ada = stage.enterSpeaking("jobspare", "ada");

        stage.says(ada, "421[\"typing\",\"c1\"]");

        assertThat(ada.heard())
                .containsExactly(
                        "42[\"error\",{\"message\":\"Unknown event\",\"code\":\"UNKNOWN_EVENT\"}]",
                        "431[{\"success\":false,\"message\":\"Unknown event\",\"code\":\"UNKNOWN_EVENT\"}]");
    }

    @Test
    void the_client_the_address_the_namespace_and_the_setting_decide_in_this_order() {
        var settings = new InterpreterSettings(
                Optional.of("jobspare"),
                InterpreterSettings.DEFAULTS.presenceGrace(),
                InterpreterSettings.DEFAULTS.maxSession(),
                false);
        var set = Stage.of(settings, Dialects::all);
        var address = Map.of("dialect", List.of("horse-trust"));
        var jobspare = "42[\"authenticated\",{\"userId\":\"ada\",\"success\":true}]";

        assertThat(greeting(set.stranger(), set, "")).containsExactly(jobspare);
        assertThat(greeting(set.stranger(Map.of(), address), set, "")).isEmpty();
        assertThat(greeting(set.stranger(Map.of(), address), set, ",\"dialect\":\"jobspare\""))
                .containsExactly(jobspare);

        var horse = set.stranger();
        set.says(horse, "40/horse-trust,{\"token\":\"" + set.token("ada") + "\"}");
        assertThat(horse.heard()).hasSize(1);
    }

    @Test
    void a_default_that_nobody_speaks_stops_the_start() {
        var settings = new InterpreterSettings(
                Optional.of("klingon"),
                InterpreterSettings.DEFAULTS.presenceGrace(),
                InterpreterSettings.DEFAULTS.maxSession(),
                false);

        assertThatThrownBy(() -> Stage.of(settings, Dialects::all))
                .hasMessage("parlance.dialect.default is klingon, but the dialects are auto, horse-trust, jobspare");
    }

    private static List<String> greeting(TestClient client, Stage stage, String more) {
        stage.says(client, "40{\"token\":\"" + stage.token("ada") + "\"" + more + "}");
        var heard = client.heard();
        return heard.subList(1, heard.size());
    }

    /** Bob comes and writes: what does ada hear of it? */
    private List<String> tongues(TestClient ada) {
        stage.chat().conversation("probe", "ada", "bob");
        var bob = stage.enterSpeaking("jobspare", "bob");
        stage.says(
                bob,
                "42[\"send_message\",{\"conversationId\":\"probe\",\"messageType\":\"text\",\"content\":{\"text\":\"x\"}}]");
        return ada.heard().stream()
                .flatMap(heard -> WORDS.entrySet().stream().filter(word -> heard.contains(word.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
    }
}
