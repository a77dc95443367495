package parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.chat.InMemoryChat;
import parlance.engineio.TestClient;
import parlance.interpreter.Dialect;
import parlance.interpreter.DialectContract;
import parlance.interpreter.Stage;

class JobspareDialectTest implements DialectContract {
    private static final String SENDING = "[\"send_message\",{\"conversationId\":\"ada_bob\",\"receiverId\":\"bob\","
            + "\"messageType\":\"text\",\"content\":{\"text\":\"hi\"}}]";

    private final Stage stage = Stage.of(Dialects::all);
    private TestClient ada;
    private TestClient bob;

    @Override
    public Dialect dialect() {
        return Dialects.jobspare(new InMemoryChat(fact -> {}));
    }

    @BeforeEach
    void ada_and_bob_are_there() {
        stage.chat().conversation("ada_bob", "ada", "bob");
        ada = stage.enterSpeaking("jobspare", "ada");
        bob = stage.enterSpeaking("jobspare", "bob");
        ada.heard();
    }

    @Test
    void whoever_connects_is_greeted_first() {
        var cid = stage.stranger();

        stage.says(cid, "40/jobspare,{\"token\":\"" + stage.token("cid") + "\"}");

        assertThat(cid.heard())
                .hasSize(2)
                .last()
                .isEqualTo("42/jobspare,[\"authenticated\",{\"userId\":\"cid\",\"success\":true}]");
    }

    @Test
    void joining_is_answered_and_the_user_id_in_it_ignored() {
        stage.says(ada, "42[\"join_conversation\",{\"conversationId\":\"ada_bob\",\"userId\":\"test_user\"}]");

        assertThat(ada.heard()).containsExactly("42[\"joined_conversation\",{\"conversationId\":\"ada_bob\"}]");
    }

    @Test
    void the_author_hears_the_message_then_that_it_was_delivered() {
        joins(ada, "ada_bob");
        joins(bob, "bob_ada");

        stage.says(ada, "423" + SENDING);

        assertThat(ada.heard())
                .containsExactly(
                        "433[{\"success\":true,\"messageId\":\"ada_bob-1\"}]",
                        "42[\"new_message\"," + message("ada_bob") + "]",
                        "42[\"message_delivered\",{\"messageId\":\"ada_bob-1\"}]");
        assertThat(bob.heard()).containsExactly("42[\"new_message\"," + message("bob_ada") + "]");
    }

    @Test
    void tabs_of_one_user_may_call_the_conversation_differently() {
        var other = stage.enterSpeaking("jobspare", "ada");
        joins(ada, "ada_bob");
        joins(other, "bob_ada");

        stage.says(
                bob,
                "42[\"send_message\",{\"conversationId\":\"ada_bob\",\"receiverId\":\"ada\","
                        + "\"messageType\":\"text\",\"content\":{\"text\":\"hi\"}}]");

        assertThat(ada.heard()).singleElement().asString().contains("\"conversationId\":\"ada_bob\"");
        assertThat(other.heard()).singleElement().asString().contains("\"conversationId\":\"bob_ada\"");
    }

    @Test
    void nothing_is_delivered_to_who_reads_nothing() {
        joins(ada, "ada_bob");
        joins(bob, "ada_bob");
        bob.stopsReading();
        stage.says(ada, "42" + SENDING);
        stage.says(ada, "42" + SENDING.replace("hi", "there"));
        assertThat(ada.heard()).noneMatch(heard -> heard.contains("message_delivered\",{\"messageId\":\"ada_bob-2"));

        bob.readsOn();
        stage.settle();

        assertThat(ada.heard()).contains("42[\"message_delivered\",{\"messageId\":\"ada_bob-2\"}]");
    }

    @Test
    void an_image_keeps_its_fields() {
        joins(bob, "ada_bob");

        stage.says(
                ada,
                "42[\"send_message\",{\"conversationId\":\"ada_bob\",\"receiverId\":\"bob\",\"messageType\":\"image\","
                        + "\"content\":{\"fileUrl\":\"/uploads/chat/image123.jpg\",\"fileName\":\"photo.jpg\",\"fileSize\":245678}}]");

        assertThat(bob.heard())
                .singleElement()
                .asString()
                .contains("\"messageType\":\"image\",\"content\":{\"fileUrl\":\"/uploads/chat/image123.jpg\","
                        + "\"fileName\":\"photo.jpg\",\"fileSize\":245678}");
    }

    @Test
    void a_horse_trust_client_hears_an_image_by_its_name() {
        var horse = stage.enterSpeaking("horse-trust", "bob");
        stage.says(horse, "42[\"join_conversation\",\"ada_bob\"]");

        stage.says(
                ada,
                "42[\"send_message\",{\"conversationId\":\"ada_bob\",\"messageType\":\"file\","
                        + "\"content\":{\"fileUrl\":\"https://example.org/a\"}}]");

        assertThat(horse.heard())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"conversation_id\":\"ada_bob\"", "\"text\":\"[file]\"");
    }

    @Test
    void reading_is_told_to_the_others_and_to_the_readers_other_sockets_once() {
        var bobsPhone = stage.enterSpeaking("jobspare", "bob");
        stage.says(ada, "42" + SENDING);
        ada.heard();
        var reading = "[\"mark_as_read\",{\"conversationId\":\"ada_bob\",\"messageIds\":[\"ada_bob-1\",\"nonsense\"]}]";

        stage.says(bob, "42" + reading);
        stage.says(bob, "42" + reading);

        var read = "42[\"message_read\",{\"messageIds\":[\"ada_bob-1\"],\"readBy\":\"bob\"}]";
        assertThat(ada.heard()).containsExactly(read);
        assertThat(bobsPhone.heard()).containsExactly(read);
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void typing_is_heard_by_the_others_and_ends_when_the_message_is_sent() {
        joins(ada, "ada_bob");
        joins(bob, "ada_bob");

        stage.says(ada, "42[\"typing_start\",{\"conversationId\":\"ada_bob\"}]");
        stage.says(ada, "42" + SENDING);

        assertThat(bob.heard())
                .containsExactly(
                        "42[\"user_typing\",{\"conversationId\":\"ada_bob\",\"userId\":\"ada\",\"isTyping\":true}]",
                        "42[\"new_message\"," + message("ada_bob") + "]",
                        "42[\"user_typing\",{\"conversationId\":\"ada_bob\",\"userId\":\"ada\",\"isTyping\":false}]");
        assertThat(ada.heard()).noneMatch(heard -> heard.contains("user_typing"));
    }

    @Test
    void who_leaves_or_vanishes_types_no_more() {
        joins(bob, "bob_ada");
        joins(ada, "ada_bob");
        var stopped = "42[\"user_typing\",{\"conversationId\":\"bob_ada\",\"userId\":\"ada\",\"isTyping\":false}]";

        stage.says(ada, "42[\"typing_start\",{\"conversationId\":\"ada_bob\"}]");
        bob.heard();
        stage.says(ada, "42[\"leave_conversation\",{\"conversationId\":\"bob_ada\"}]");
        assertThat(bob.heard()).containsExactly(stopped);

        stage.says(ada, "42[\"typing_start\",{\"conversationId\":\"ada_bob\"}]");
        bob.heard();
        ada.vanishes();
        stage.settle();
        assertThat(bob.heard()).containsExactly(stopped);
    }

    @Test
    void who_has_left_hears_nothing_more_of_the_conversation() {
        joins(bob, "bob_ada");
        joins(ada, "ada_bob");
        stage.says(ada, "42[\"leave_conversation\",{\"conversationId\":\"bob_ada\"}]");

        stage.says(bob, "42" + SENDING.replace("\"receiverId\":\"bob\",", ""));
        stage.says(ada, "42[\"leave_conversation\",{\"conversationId\":\"ada_bob\"}]");

        assertThat(ada.heard()).isEmpty();
    }

    @Test
    void somebody_who_may_know_sees_who_is_online() {
        stage.says(ada, "42[\"get_online_status\",{\"userId\":\"bob\"}]");
        stage.says(ada, "42[\"get_online_status\",{\"userId\":\"nobody\"}]");

        assertThat(ada.heard())
                .containsExactly(
                        "42[\"user_online_status\",{\"userId\":\"bob\",\"isOnline\":true,\"lastSeen\":null}]",
                        "42[\"user_online_status\",{\"userId\":\"nobody\",\"isOnline\":false,\"lastSeen\":null}]");
    }

    @Test
    void a_client_that_disconnects_is_offline_at_once() {
        stage.says(bob, "41");

        assertThat(ada.heard())
                .containsExactly("42[\"user_online_status\","
                        + "{\"userId\":\"bob\",\"isOnline\":false,\"lastSeen\":\"2024-01-15T10:30:00.000Z\"}]");
    }

    @Test
    void who_leaves_during_a_breakdown_is_offline_all_the_same() {
        stage.says(bob, "42[\"typing_start\",{\"conversationId\":\"ada_bob\"}]");
        stage.chat().breaks(new IllegalStateException("the database is down"));

        stage.says(bob, "41");

        assertThat(ada.heard()).singleElement().asString().contains("\"isOnline\":false");
    }

    @Test
    void a_lost_transport_is_offline_only_when_it_does_not_come_back() {
        bob.vanishes();
        stage.passes(Duration.ofSeconds(4));
        bob = stage.enterSpeaking("jobspare", "bob");
        stage.passes(Duration.ofSeconds(10));
        assertThat(ada.heard()).isEmpty();

        bob.vanishes();
        stage.passes(Duration.ofSeconds(5));
        assertThat(ada.heard()).singleElement().asString().contains("\"isOnline\":false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"send_message\"",
                "\"send_message\",null",
                "\"send_message\",{\"conversationId\":\"ada_bob\",\"messageType\":\"text\",\"content\":null}",
                "\"send_message\",{\"conversationId\":\"ada_bob\",\"messageType\":\"song\",\"content\":{}}",
                "\"send_message\",{\"conversationId\":\"ada_bob\",\"messageType\":\"text\",\"content\":{\"text\":\" \"}}",
                "\"send_message\",{\"conversationId\":\"ada_bob\",\"conversation_id\":\"ada_bob\"}",
                "\"mark_as_read\",{\"conversationId\":\"ada_bob\",\"messageIds\":\"x\"}",
                "\"mark_as_read\",{\"conversationId\":\"ada_bob\",\"messageIds\":[1]}",
                "\"typing_start\",[]",
                "\"typing_stop\",7",
                "\"leave_conversation\",{\"conversationId\":\"\"}",
                "\"join_conversation\",{\"conversationId\":{}}",
                "\"get_online_status\",{}"
            })
    void what_makes_no_sense_is_an_error_and_changes_nothing(String event) {
        joins(bob, "ada_bob");

        stage.says(ada, "421[" + event + "]");

        assertThat(ada.heard()).hasSize(2).satisfies(heard -> {
            assertThat(heard.get(0)).startsWith("42[\"error\",{\"message\":\"").endsWith(",\"code\":\"VALIDATION\"}]");
            assertThat(heard.get(1)).startsWith("431[{\"success\":false,\"message\":\"");
        });
        assertThat(bob.heard()).isEmpty();
        assertThat(ada.closed()).isEmpty();
    }

    @Test
    void a_foreign_conversation_looks_like_none() {
        var cid = stage.enterSpeaking("jobspare", "cid");

        stage.says(cid, "42[\"join_conversation\",{\"conversationId\":\"ada_bob\",\"userId\":\"ada\"}]");

        assertThat(cid.heard())
                .containsExactly("42[\"error\",{\"message\":\"Conversation not found\",\"code\":\"FORBIDDEN\"}]");
    }

    @Test
    void a_breakdown_is_an_internal_error() {
        stage.chat().breaks(new IllegalStateException("the database is down"));

        stage.says(ada, "42" + SENDING);

        assertThat(ada.heard()).containsExactly("42[\"error\",{\"message\":\"Internal error\",\"code\":\"INTERNAL\"}]");
    }

    private void joins(TestClient client, String conversation) {
        stage.says(client, "42[\"join_conversation\",{\"conversationId\":\"" + conversation + "\",\"userId\":\"x\"}]");
        client.heard();
    }

    private static String message(String conversation) {
        return "{\"_id\":\"ada_bob-1\",\"conversationId\":\"" + conversation + "\","
                + "\"senderId\":{\"_id\":\"ada\",\"name\":\"Name of ada\"},\"receiverId\":\"bob\","
                + "\"messageType\":\"text\",\"content\":{\"text\":\"hi\"},\"status\":\"sent\","
                + "\"timestamp\":\"2024-01-15T10:30:00.000Z\"}";
    }
}
