package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.MessagePosted;

class MessageServiceTest {
    private final Chat chat = new Chat();
    private final UserId ada = chat.user("ada");
    private final UserId bob = chat.user("bob");
    private final UserId eve = chat.user("eve");

    @Test
    void a_message_is_stored_with_the_next_seq_and_told_in_itself() {
        var conversation = chat.group(ada, bob);

        var posted = chat.post(ada, conversation, "hello");

        assertThat(posted.seq()).isEqualTo(1);
        assertThat(posted.content()).isEqualTo(new Content.Text("hello"));
        assertThat(posted.sender().id()).isEqualTo(ada);
        assertThat(posted.status()).isEqualTo(MessageStatus.SENT);
        assertThat(chat.facts(MessagePosted.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.message()).isEqualTo(posted))
                .satisfies(fact -> assertThat(fact.roster().participants()).containsExactly(ada, bob));
        assertThat(chat.history(ada, conversation)).containsExactly(posted);
    }

    @Test
    void writers_at_once_leave_no_hole_and_no_double_in_the_seqs() throws Exception {
        var conversation = chat.group(ada, bob);

        Chat.atOnce(8, () -> {
            for (int i = 0; i < 10; i++) {
                chat.post(ada, conversation, "hello");
            }
            return true;
        });

        assertThat(chat.history(bob, conversation))
                .extracting(MessageView::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(view(bob, conversation).unread()).isEqualTo(80);
        assertThat(view(ada, conversation).unread()).isZero();
    }

    @Test
    void a_message_rolled_back_leaves_no_hole() {
        var conversation = chat.group(ada, bob);
        chat.post(ada, conversation, "one");

        assertThatThrownBy(() -> chat.run(tx -> {
                    tx.messages.post(ada, conversation, Draft.text("lost"));
                    throw new IllegalStateException("the server fell over");
                }))
                .hasMessage("the server fell over");

        assertThat(chat.post(bob, conversation, "two").seq()).isEqualTo(2);
        assertThat(chat.facts(MessagePosted.class)).hasSize(2);
    }

    @Test
    void the_same_client_id_again_is_the_same_message_and_tells_nobody() {
        var conversation = chat.group(ada, bob);
        var draft = draft("once", "m1");

        var first = chat.in(tx -> tx.messages.post(ada, conversation, draft));
        var again = chat.in(tx -> tx.messages.post(ada, conversation, draft));

        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(chat.facts(MessagePosted.class)).hasSize(1);
        assertThat(chat.post(ada, conversation, "next").seq()).isEqualTo(2);
    }

    @Test
    void the_same_client_id_from_many_connections_at_once_is_one_message() throws Exception {
        var conversation = chat.group(ada, bob);

        var posted = Chat.atOnce(8, () -> chat.in(tx -> tx.messages.post(ada, conversation, draft("once", "m1"))));

        assertThat(posted)
                .extracting(Posted::message)
                .containsOnly(posted.get(0).message());
        assertThat(posted).filteredOn(one -> !one.repeated()).hasSize(1);
        assertThat(chat.facts(MessagePosted.class)).hasSize(1);
        assertThat(view(ada, conversation).lastSeq()).isEqualTo(1);
    }

    @Test
    void a_client_id_is_the_authors_own() {
        var conversation = chat.group(ada, bob);

        chat.run(tx -> tx.messages.post(ada, conversation, draft("mine", "m1")));
        var other = chat.in(tx -> tx.messages.post(bob, conversation, draft("mine too", "m1")));

        assertThat(other.repeated()).isFalse();
    }

    @Test
    void a_client_id_used_in_another_conversation_is_refused() {
        var here = chat.group(ada, bob);
        var there = chat.group(ada, bob);
        chat.run(tx -> tx.messages.post(ada, here, draft("hello", "m1")));

        assertThatThrownBy(() -> chat.run(tx -> tx.messages.post(ada, there, draft("hello", "m1"))))
                .isInstanceOf(ChatException.Invalid.class);

        assertThat(view(ada, there).lastSeq()).isZero();
    }

    @Test
    void a_client_id_used_in_two_conversations_at_once_is_refused_in_one() throws Exception {
        var places = new ArrayList<>(List.of(chat.group(ada, bob), chat.group(ada, bob)));

        var outcomes = Chat.atOnce(2, () -> {
            ConversationId place;
            synchronized (places) {
                place = places.remove(0);
            }
            try {
                return chat.in(tx -> tx.messages.post(ada, place, draft("hello", "m1")))
                        .message()
                        .id()
                        .text();
            } catch (ChatException.Invalid e) {
                return e.code();
            }
        });

        assertThat(outcomes).containsOnlyOnce("VALIDATION");
        assertThat(chat.facts(MessagePosted.class)).hasSize(1);
    }

    @Test
    void a_receiver_must_be_another_participant() {
        var conversation = chat.group(ada, bob);

        var posted = chat.in(tx -> tx.messages.post(ada, conversation, to(bob)));

        assertThat(posted.message().receiver()).contains(bob);
        for (UserId stranger : List.of(ada, eve)) {
            assertThatThrownBy(() -> chat.run(tx -> tx.messages.post(ada, conversation, to(stranger))))
                    .isInstanceOf(ChatException.NotParticipant.class)
                    .extracting(e -> ((ChatException) e).code())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(view(ada, conversation).lastSeq()).isEqualTo(1);
    }

    @Test
    void text_may_be_as_long_as_the_settings_say_and_no_longer() {
        var conversation = chat.group(ada, bob);
        var most = "x".repeat(ChatSettings.DEFAULTS.textLength());

        assertThat(chat.post(ada, conversation, most).content()).isEqualTo(new Content.Text(most));
        assertThatThrownBy(() -> chat.post(ada, conversation, most + "x")).isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void attachments_come_back_as_they_were_sent() {
        var conversation = chat.group(ada, bob);
        var image = new Content.Image(
                new Attachment("/uploads/chat/cat.jpg", Optional.of("cat.jpg"), OptionalLong.of(1_234)));
        var file = new Content.File(new Attachment("https://example.org/a", Optional.empty(), OptionalLong.empty()));

        for (Content content : List.of(image, file)) {
            chat.run(tx -> tx.messages.post(ada, conversation, new Draft(content, Optional.empty(), Optional.empty())));
        }

        assertThat(chat.history(bob, conversation))
                .extracting(MessageView::content)
                .containsExactly(image, file);
    }

    @Test
    void strangers_and_unknown_conversations_look_the_same() {
        var conversation = chat.group(ada, bob);

        for (var id : List.of(conversation, ConversationId.of("nowhere"))) {
            assertThatThrownBy(() -> chat.post(eve, id, "let me in"))
                    .isInstanceOf(ChatException.NotFound.class)
                    .hasMessage("Conversation not found")
                    .extracting(e -> ((ChatException) e).code())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void posting_costs_the_same_few_statements_however_many_listen() {
        var conversation = chat.group(ada, bob, eve, chat.user("zoe"));

        assertThat(Chat.statements(() -> chat.post(ada, conversation, "hello"))).isEqualTo(6);
        assertThat(Chat.statements(() -> chat.run(tx -> tx.messages.post(ada, conversation, draft("hello", "m1")))))
                .isEqualTo(8);
    }

    @Test
    void history_comes_in_pages_in_seq_order_from_either_side() {
        var conversation = chat.group(ada, bob);
        for (int i = 1; i <= 7; i++) {
            chat.post(ada, conversation, "message " + i);
        }

        assertThat(seqs(conversation, OptionalLong.empty(), OptionalLong.empty()))
                .containsExactly(5L, 6L, 7L);
        assertThat(seqs(conversation, OptionalLong.of(5), OptionalLong.empty())).containsExactly(2L, 3L, 4L);
        assertThat(seqs(conversation, OptionalLong.empty(), OptionalLong.of(2))).containsExactly(3L, 4L, 5L);
        assertThat(seqs(conversation, OptionalLong.empty(), OptionalLong.of(7))).isEmpty();
        assertThatThrownBy(() -> seqs(conversation, OptionalLong.of(1), OptionalLong.of(1)))
                .isInstanceOf(ChatException.Invalid.class);
    }

    private List<Long> seqs(ConversationId conversation, OptionalLong before, OptionalLong after) {
        return chat.in(tx -> tx.messages.history(bob, conversation, before, after, 3)).stream()
                .map(MessageView::seq)
                .toList();
    }

    private ConversationView view(UserId user, ConversationId conversation) {
        return chat.in(tx -> tx.conversations.get(user, conversation));
    }

    private static Draft draft(String text, String clientMessageId) {
        return new Draft(new Content.Text(text), Optional.empty(), Optional.of(ClientMessageId.of(clientMessageId)));
    }

    private static Draft to(UserId receiver) {
        return new Draft(new Content.Text("for you"), Optional.of(receiver), Optional.empty());
    }
}
