package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parlance.chat.ConversationId;
import parlance.chat.MessageId;
import parlance.chat.ReceiptService;
import parlance.chat.UserId;
import parlance.interpreter.Deliveries.Delivery;
import parlance.interpreter.Deliveries.Receiver;

class DeliveriesTest {
    private final List<String> recorded = new ArrayList<>();
    private final Queue<Runnable> work = new ArrayDeque<>();

    private final Deliveries deliveries = new Deliveries(
            (receiver, conversation, messages) ->
                    recorded.add(receiver.text() + " in " + conversation.text() + ": " + messages.size()),
            work::add);

    @Test
    void what_comes_together_for_one_receiver_is_recorded_together_and_once() {
        add("c1", "ada", 1);
        add("c1", "bob", 1);
        add("c1", "ada", 2);
        add("c1", "ada", 2);
        add("c2", "ada", 3);
        assertThat(work).hasSize(1);

        work();

        assertThat(recorded).containsExactly("ada in c1: 2", "bob in c1: 1", "ada in c2: 1");
    }

    @Test
    void what_comes_later_is_recorded_later() {
        add("c1", "ada", 1);
        work();
        add("c1", "ada", 2);
        work();

        assertThat(recorded).containsExactly("ada in c1: 1", "ada in c1: 1");
    }

    @Test
    void no_transaction_is_larger_than_the_chat_allows() {
        IntStream.rangeClosed(1, ReceiptService.MAX_MESSAGES + 1).forEach(n -> add("c1", "ada", n));
        work();

        assertThat(recorded).containsExactly("ada in c1: " + ReceiptService.MAX_MESSAGES, "ada in c1: 1");
    }

    @Test
    void more_than_can_be_remembered_is_left_to_the_history() {
        IntStream.rangeClosed(1, Deliveries.LIMIT + 100).forEach(n -> add("c" + n, "ada", n));
        work();

        assertThat(recorded).hasSize(Deliveries.LIMIT);
    }

    @Test
    void one_that_cannot_be_recorded_does_not_stop_the_others() {
        var fragile = new Deliveries(
                (receiver, conversation, messages) -> {
                    if (receiver.text().equals("ada")) {
                        throw new IllegalStateException("the database is down");
                    }
                    recorded.add(receiver.text());
                },
                work::add);
        fragile.add(delivery("c1", "ada", 1));
        fragile.add(delivery("c1", "bob", 1));
        work();

        assertThat(recorded).containsExactly("bob");
    }

    private void add(String conversation, String receiver, int message) {
        deliveries.add(delivery(conversation, receiver, message));
    }

    private static Delivery delivery(String conversation, String receiver, int message) {
        return new Delivery(
                new Receiver(ConversationId.of(conversation), UserId.of(receiver)), MessageId.of("m" + message));
    }

    private void work() {
        for (var task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }
}
