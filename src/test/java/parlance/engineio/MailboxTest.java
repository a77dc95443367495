package parlance.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final ManualTimer time = new ManualTimer();
    private final List<String> done = new ArrayList<>();
    private final Deque<Runnable> submitted = new ArrayDeque<>();
    private final Mailbox mailbox = new Mailbox(submitted::add, time, 10 + 2 * Mailbox.OVERHEAD);

    @Test
    void tasks_run_in_order_on_one_thread_at_a_time() throws InterruptedException {
        var pool = Executors.newFixedThreadPool(4);
        var busy = new Mailbox(pool, time, Long.MAX_VALUE);
        var inside = new AtomicInteger();
        var seen = new ArrayList<Integer>();
        var last = new CountDownLatch(1);

        for (int i = 0; i < 10_000; i++) {
            int number = i;
            busy.put(1, () -> {
                assertThat(inside.incrementAndGet()).isEqualTo(1);
                seen.add(number);
                inside.decrementAndGet();
            });
        }
        busy.finish(last::countDown);

        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        pool.shutdown();
        assertThat(seen).hasSize(10_000).isSorted();
    }

    @Test
    void a_full_mailbox_takes_no_more_until_tasks_have_run() {
        assertThat(mailbox.put(6, () -> done.add("a"))).isTrue();
        assertThat(mailbox.put(6, () -> done.add("b"))).isFalse();
        runSubmitted();
        assertThat(mailbox.put(6, () -> done.add("c"))).isTrue();
        runSubmitted();

        assertThat(done).containsExactly("a", "c");
    }

    @Test
    void many_empty_messages_fill_a_mailbox_as_well() {
        while (mailbox.put(0, () -> done.add("message"))) {
            assertThat(done).isEmpty();
        }
        runSubmitted();

        assertThat(done).hasSizeLessThan(5);
    }

    @Test
    void a_task_of_the_servers_own_is_kept_in_a_full_mailbox() {
        mailbox.put(1_000, () -> done.add("message"));
        mailbox.put(() -> done.add("own"));
        runSubmitted();

        assertThat(done).containsExactly("message", "own");
    }

    @Test
    void one_task_may_be_larger_than_the_mailbox() {
        assertThat(mailbox.put(11, () -> done.add("large"))).isTrue();
    }

    @Test
    void the_last_task_runs_after_those_that_wait_and_none_after_it() {
        mailbox.put(1, () -> done.add("a"));
        mailbox.finish(() -> done.add("last"));
        mailbox.put(1, () -> done.add("late"));
        mailbox.finish(() -> done.add("later"));
        runSubmitted();

        assertThat(done).containsExactly("a", "last");
    }

    @Test
    void what_is_discarded_does_not_run() {
        mailbox.put(1, () -> done.add("a"));
        mailbox.discard();
        mailbox.put(10, () -> done.add("b"));
        runSubmitted();

        assertThat(done).containsExactly("b");
    }

    @Test
    void an_error_in_one_task_does_not_keep_the_next_from_running() {
        mailbox.put(1, () -> {
            throw new IllegalStateException("a bug, on purpose");
        });
        mailbox.put(1, () -> done.add("next"));

        while (!submitted.isEmpty()) {
            try {
                submitted.remove().run();
            } catch (IllegalStateException e) {
                done.add("failed");
            }
        }

        assertThat(done).containsExactly("failed", "next");
    }

    @Test
    void a_pool_without_a_free_thread_is_asked_again() {
        var refusals = new AtomicInteger(2);
        var patient = new Mailbox(
                task -> {
                    if (refusals.getAndDecrement() > 0) {
                        throw new RejectedExecutionException();
                    }
                    task.run();
                },
                time,
                10);

        patient.put(1, () -> done.add("a"));
        time.advance(Duration.ofSeconds(1));

        assertThat(done).containsExactly("a");
    }

    private void runSubmitted() {
        while (!submitted.isEmpty()) {
            submitted.remove().run();
        }
    }
}
