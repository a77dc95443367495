package parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.chat.InMemoryChat;
import parlance.interpreter.Dialect;
import parlance.interpreter.DialectContract;
import parlance.interpreter.Stage;

class HorseTrustDialectTest implements DialectContract {
    private static final String MESSAGE = "{\"_id\":\"c1-1\",\"conversation_id\":\"c1\","
            + "\"sender_id\":{\"_id\":\"ada\",\"full_name\":\"Name of ada\",\"profile_picture_url\":null},"
            + "\"text\":\"hi\",\"is_read\":false,\"sent_at\":\"2024-01-15T10:30:00.000Z\"}";

    private final Stage stage = Stage.of(Dialects::all);

    @Override
    public Dialect dialect() {
        return Dialects.horseTrust(new InMemoryChat(fact -> {}));
    }

    @Test
    void a_message_is_heard_by_all_in_the_room_notified_to_the_others_and_acked_last() {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        var bob = stage.enterSpeaking("horse-trust", "bob");
        stage.says(ada, "42[\"join_conversation\",\"c1\"]");
        stage.says(bob, "42[\"join_conversation\",\"c1\"]");

        stage.says(ada, "421[\"send_message\",{\"conversation_id\":\"c1\",\"text\":\"hi\"}]");

        assertThat(ada.heard())
                .containsExactly(
                        "42[\"new_message\"," + MESSAGE + "]", "431[{\"success\":true,\"data\":" + MESSAGE + "}]");
        assertThat(bob.heard())
                .containsExactly(
                        "42[\"new_message\"," + MESSAGE + "]",
                        "42[\"message_notification\",{\"conversation_id\":\"c1\",\"sender\":\"ada\",\"preview\":\"hi\"}]");
    }

    @Test
    void all_others_are_notified_wherever_they_are() {
        stage.chat().conversation("c1", "ada", "bob", "cid");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        var cid = stage.stranger();
        cid.says("40/horse-trust,{\"token\":\"" + stage.token("cid") + "\"}");
        cid.heard();

        stage.says(ada, "42[\"send_message\",{\"conversation_id\":\"c1\",\"text\":\"hi\"}]");

        assertThat(cid.heard())
                .containsExactly("42/horse-trust,[\"message_notification\","
                        + "{\"conversation_id\":\"c1\",\"sender\":\"ada\",\"preview\":\"hi\"}]");
        assertThat(ada.heard()).isEmpty();
    }

    @Test
    void a_message_sent_again_is_acked_again_and_not_heard_again() {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        stage.says(ada, "42[\"join_conversation\",\"c1\"]");
        var sending = "[\"send_message\",{\"conversation_id\":\"c1\",\"text\":\"hi\",\"clientMessageId\":\"x\"}]";

        stage.says(ada, "421" + sending);
        ada.heard();
        stage.says(ada, "422" + sending);

        assertThat(ada.heard()).containsExactly("432[{\"success\":true,\"data\":" + MESSAGE + "}]");
    }

    @Test
    void an_unknown_or_foreign_conversation_is_not_found() {
        stage.chat().conversation("c1", "bob", "cid");
        var ada = stage.enterSpeaking("horse-trust", "ada");

        stage.says(ada, "421[\"send_message\",{\"conversation_id\":\"c1\",\"text\":\"hi\"}]");
        stage.says(ada, "422[\"send_message\",{\"conversation_id\":\"c2\",\"text\":\"hi\"}]");

        var answer = "[{\"success\":false,\"message\":\"Conversation not found\",\"code\":\"FORBIDDEN\"}]";
        assertThat(ada.heard()).containsExactly("431" + answer, "432" + answer);
    }

    @Test
    void what_makes_no_sense_is_an_error_sending_the_message() {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        stage.says(ada, "42[\"join_conversation\",\"c1\"]");

        stage.says(ada, "421[\"send_message\",{\"conversation_id\":\"c1\",\"text\":\"  \"}]");
        stage.says(ada, "422[\"send_message\",null]");
        stage.says(ada, "423[\"send_message\"]");
        stage.says(ada, "424[\"send_message\",{\"conversation_id\":7,\"text\":\"hi\"}]");
        stage.says(ada, "425[\"send_message\",{\"conversation_id\":\"c1\",\"conversationId\":\"c1\",\"text\":\"hi\"}]");

        var answer = "[{\"success\":false,\"message\":\"Error sending message\",\"code\":\"VALIDATION\"}]";
        assertThat(ada.heard())
                .containsExactly("431" + answer, "432" + answer, "433" + answer, "434" + answer, "435" + answer);
    }

    @Test
    void without_a_callback_a_failure_is_an_error_event() {
        var ada = stage.enterSpeaking("horse-trust", "ada");

        stage.says(ada, "42[\"join_conversation\",\"c1\"]");

        assertThat(ada.heard())
                .containsExactly("42[\"error\",{\"message\":\"Conversation not found\",\"code\":\"FORBIDDEN\"}]");
    }

    @Test
    void a_breakdown_is_told_neutrally_and_the_connection_stays() {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        stage.chat().breaks(new IllegalStateException("the database is down"));

        stage.says(ada, "421[\"send_message\",{\"conversation_id\":\"c1\",\"text\":\"hi\"}]");

        assertThat(ada.heard())
                .containsExactly(
                        "431[{\"success\":false,\"message\":\"Error sending message\",\"code\":\"INTERNAL\"}]");
        assertThat(ada.closed()).isEmpty();
    }

    @Test
    void others_in_the_room_hear_who_is_typing_until_it_stops() {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        var bob = stage.enterSpeaking("horse-trust", "bob");
        stage.says(ada, "42[\"join_conversation\",\"c1\"]");
        stage.says(bob, "42[\"join_conversation\",\"c1\"]");

        stage.says(ada, "42[\"typing\",\"c1\"]");
        stage.says(ada, "42[\"stop_typing\",\"c1\"]");

        assertThat(bob.heard())
                .containsExactly(
                        "42[\"user_typing\",{\"userId\":\"ada\",\"conversation_id\":\"c1\"}]",
                        "42[\"user_stop_typing\",{\"userId\":\"ada\",\"conversation_id\":\"c1\"}]");
        assertThat(ada.heard()).isEmpty();
    }

    @Test
    void typing_stops_by_itself() {
        stage.chat().conversation("c1", "ada", "bob");
        var ada = stage.enterSpeaking("horse-trust", "ada");
        var bob = stage.enterSpeaking("horse-trust", "bob");
        stage.says(ada, "42[\"join_conversation\",\"c1\"]");
        stage.says(bob, "42[\"join_conversation\",\"c1\"]");
        stage.says(ada, "42[\"typing\",\"c1\"]");
        bob.heard();

        stage.passes(Duration.ofSeconds(10));

        assertThat(bob.heard())
                .containsExactly("42[\"user_stop_typing\",{\"userId\":\"ada\",\"conversation_id\":\"c1\"}]");
        assertThat(ada.heard()).isEmpty();
    }

    @Test
    void a_preview_has_at_most_60_units_and_no_half_character() {
        var horse = "\ud83d\udc0e";

        assertThat(HorseTrustDialect.preview("short")).isEqualTo("short");
        assertThat(HorseTrustDialect.preview("x".repeat(61))).isEqualTo("x".repeat(60));
        assertThat(HorseTrustDialect.preview("x".repeat(58) + horse + "y")).isEqualTo("x".repeat(58) + horse);
        assertThat(HorseTrustDialect.preview("x".repeat(59) + horse)).isEqualTo("x".repeat(59));
    }
}
