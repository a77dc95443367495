package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static parlance.chat.MessageStatus.DELIVERED;
import static parlance.chat.MessageStatus.READ;
import static parlance.chat.MessageStatus.SENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.MessagesDelivered;
import parlance.chat.ChatEvent.MessagesRead;

class ReceiptServiceTest {
    private final Chat chat = new Chat();
    private final UserId ada = chat.user("ada");
    private final UserId bob = chat.user("bob");
    private final UserId eve = chat.user("eve");
    private final ConversationId conversation = chat.group(ada, bob, eve);

    @Test
    void a_message_is_sent_then_delivered_then_read_by_anybody_else() {
        var message = chat.post(ada, conversation, "hello").id();
        assertThat(status(message)).isEqualTo(SENT);

        delivered(bob, message);
        assertThat(status(message)).isEqualTo(DELIVERED);

        read(eve, message);
        assertThat(status(message)).isEqualTo(READ);
    }

    @Test
    void only_what_is_new_and_of_others_is_told() {
        var one = chat.post(ada, conversation, "one").id();
        var two = chat.post(eve, conversation, "two").id();
        var mine = chat.post(bob, conversation, "three").id();
        read(bob, one);

        read(bob, two, one, mine, MessageId.of("no message at all"));
        read(bob, one, two);

        assertThat(chat.facts(MessagesRead.class))
                .extracting(MessagesRead::reader, MessagesRead::messages)
                .containsExactly(
                        tuple(bob, List.of(new Receipt(one, 1, ada))), tuple(bob, List.of(new Receipt(two, 2, eve))));
    }

    @Test
    void reading_out_of_order_is_exact() {
        var messages = post(ada, 5);

        read(bob, messages.get(4), messages.get(1));
        assertThat(unread()).isEqualTo(3);
        assertThat(lastReadSeq()).isZero();

        read(bob, messages.get(0));
        assertThat(unread()).isEqualTo(2);
        assertThat(lastReadSeq()).isEqualTo(2);

        read(bob, messages.get(2), messages.get(3));
        assertThat(unread()).isZero();
        assertThat(lastReadSeq()).isEqualTo(5);
    }

    @Test
    void reading_implies_delivery_which_is_not_told_again() {
        var message = chat.post(ada, conversation, "hello").id();

        read(bob, message);
        delivered(bob, message);

        assertThat(chat.facts(MessagesDelivered.class)).isEmpty();
    }

    @Test
    void messages_of_another_conversation_are_left_alone() {
        var elsewhere = chat.group(ada, bob);
        var message = chat.post(ada, elsewhere, "hello").id();

        read(bob, message);
        delivered(bob, message);

        assertThat(chat.facts(MessagesRead.class)).isEmpty();
        assertThat(chat.facts(MessagesDelivered.class)).isEmpty();
        assertThatThrownBy(() -> chat.run(tx -> tx.receipts.readUpTo(bob, conversation, message)))
                .isInstanceOf(ChatException.NotFound.class);
    }

    @Test
    void history_delivers_what_it_shows_and_nothing_else() {
        var messages = post(ada, 3);
        delivered(bob, messages.get(1));

        chat.history(bob, conversation);
        chat.history(bob, conversation);
        chat.history(ada, conversation);

        assertThat(chat.facts(MessagesDelivered.class))
                .extracting(fact -> fact.messages().stream().map(Receipt::seq).toList())
                .containsExactly(List.of(2L), List.of(1L, 3L));
        assertThat(unread()).isEqualTo(3);
    }

    @Test
    void reading_up_to_a_message_reads_all_before_it() {
        var messages = post(ada, 3);
        chat.post(bob, conversation, "mine");
        var last = chat.post(eve, conversation, "last").id();
        read(bob, messages.get(1));

        chat.run(tx -> tx.receipts.readUpTo(bob, conversation, messages.get(2)));
        assertThat(lastReadSeq()).isEqualTo(4);
        assertThat(unread()).isEqualTo(1);
        chat.run(tx -> tx.receipts.readUpTo(bob, conversation, last));
        chat.run(tx -> tx.receipts.readUpTo(bob, conversation, last));

        assertThat(unread()).isZero();
        assertThat(chat.facts(MessagesRead.class))
                .extracting(fact -> fact.messages().stream().map(Receipt::seq).toList())
                .containsExactly(List.of(2L), List.of(1L, 3L), List.of(5L));
    }

    @Test
    void the_same_receipt_from_many_connections_at_once_is_told_once() throws Exception {
        var messages = post(ada, 5);

        Chat.atOnce(8, () -> {
            var shuffled = new ArrayList<>(messages);
            Collections.shuffle(shuffled);
            shuffled.forEach(message -> delivered(bob, message));
            read(bob, messages.toArray(MessageId[]::new));
            return true;
        });

        assertThat(chat.facts(MessagesDelivered.class).stream()
                        .flatMap(fact -> fact.messages().stream())
                        .map(Receipt::message))
                .doesNotHaveDuplicates()
                .isSubsetOf(messages);
        assertThat(chat.facts(MessagesRead.class)).singleElement().satisfies(fact -> assertThat(fact.messages())
                .extracting(Receipt::message)
                .containsExactlyElementsOf(messages));
    }

    @Test
    void strangers_have_no_receipts_and_nobody_has_too_many_at_once() {
        var message = chat.post(ada, conversation, "hello").id();
        var stranger = chat.user("mallory");

        assertThatThrownBy(() -> read(stranger, message)).isInstanceOf(ChatException.NotFound.class);
        assertThatThrownBy(() -> read(bob, Collections.nCopies(501, message).toArray(MessageId[]::new)))
                .isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void somebody_who_only_reads_its_own_messages_does_not_grow_a_row_without_end() {
        assertThat(Chat.query("""
                with everySecond as (
                    select range_agg(int8range(n, n + 1)) as seqs from generate_series(1, 2400, 2) as n),
                bounded as (select seqs, seqs_with(seqs, '{[2401,2401]}') as after from everySecond)
                select (select count(*) from unnest(after)) || ' ' || (after @> seqs) || ' ' || (after @> cast(2400 as bigint))
                    || ' ' || (after @> cast(2 as bigint))
                from bounded""")).isEqualTo("1000 true false true");
    }

    private List<MessageId> post(UserId author, int messages) {
        return IntStream.rangeClosed(1, messages)
                .mapToObj(i -> chat.post(author, conversation, "message " + i).id())
                .toList();
    }

    private void read(UserId reader, MessageId... messages) {
        chat.run(tx -> tx.receipts.read(reader, conversation, List.of(messages)));
    }

    private void delivered(UserId receiver, MessageId... messages) {
        chat.run(tx -> tx.receipts.delivered(receiver, conversation, List.of(messages)));
    }

    /** As its author sees it. */
    private MessageStatus status(MessageId id) {
        return chat.history(ada, conversation).stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private long unread() {
        return chat.in(tx -> tx.conversations.get(bob, conversation)).unread();
    }

    private long lastReadSeq() {
        return chat.in(tx -> tx.conversations.get(bob, conversation)).participants().stream()
                .filter(one -> one.user().id().equals(bob))
                .findFirst()
                .orElseThrow()
                .lastReadSeq();
    }
}
