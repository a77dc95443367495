package parlance.interpreter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import parlance.chat.Audience;
import parlance.chat.ChatEvent;
import parlance.chat.ChatEvent.PresenceChanged;
import parlance.chat.UserId;
import parlance.socketio.SocketId;

class SayingOrderTest {
    private final List<ChatEvent> said = new ArrayList<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final SayingOrder order = new SayingOrder(saying -> said.add(saying.fact()), work::add);

    @Test
    void facts_are_said_in_the_order_of_their_registration_not_of_their_commits() {
        var first = registered("c");
        var second = registered("c");

        order.committed("c", second);
        runAll();
        assertThat(said).isEmpty();

        order.committed("c", first);
        runAll();
        assertThat(said).containsExactly(first, second);
        assertThat(order.size()).isZero();
    }

    @Test
    void what_was_rolled_back_is_not_said_and_holds_nobody_up() {
        var first = registered("c");
        var second = registered("c");
        order.committed("c", second);

        order.failed("c", first);
        runAll();

        assertThat(said).containsExactly(second);
        assertThat(order.size()).isZero();
    }

    @Test
    void conversations_do_not_wait_for_each_other() {
        registered("slow");
        var quick = registered("quick");

        order.committed("quick", quick);
        runAll();

        assertThat(said).containsExactly(quick);
    }

    @Test
    void equal_facts_are_not_the_same_fact() {
        var first = fact("same");
        var second = fact("same");
        order.register("c", first, Optional.empty());
        order.register("c", second, Optional.empty());

        order.committed("c", second);
        runAll();

        assertThat(said).isEmpty();
    }

    @Test
    void a_call_holds_what_it_caused_until_it_lets_go_and_is_told_when_all_was_said() {
        var call = call();
        var held = registered("c", call);
        var later = registered("c");
        order.committed("c", held);
        order.committed("c", later);
        runAll();
        assertThat(said).isEmpty();

        var saidAtTheEnd = new ArrayList<ChatEvent>();
        order.release(call, () -> saidAtTheEnd.addAll(said));

        assertThat(saidAtTheEnd).containsExactly(held, later);
    }

    @Test
    void a_call_whose_fact_must_wait_is_told_by_whoever_says_it() {
        var before = registered("c");
        var call = call();
        var mine = registered("c", call);
        order.committed("c", mine);
        var told = new AtomicInteger();

        order.release(call, told::incrementAndGet);
        assertThat(told).hasValue(0);

        order.committed("c", before);
        runAll();
        assertThat(said).containsExactly(before, mine);
        assertThat(told).hasValue(1);
    }

    @Test
    void a_call_without_facts_or_with_failed_ones_is_told_at_once() {
        var told = new AtomicInteger();
        order.release(call(), told::incrementAndGet);
        var call = call();
        order.failed("c", registered("c", call));

        order.release(call, told::incrementAndGet);

        assertThat(told).hasValue(2);
    }

    @Test
    void who_cannot_be_said_does_not_silence_the_others() {
        var broken = new SayingOrder(
                saying -> {
                    said.add(saying.fact());
                    throw new IllegalStateException("no words");
                },
                work::add);
        var call = call();
        var first = fact("a");
        var second = fact("b");
        broken.register("c", first, Optional.of(call));
        broken.register("c", second, Optional.of(call));
        broken.committed("c", first);
        broken.committed("c", second);
        var told = new AtomicInteger();

        broken.release(call, told::incrementAndGet);

        assertThat(said).containsExactly(first, second);
        assertThat(told).hasValue(1);
        assertThat(broken.size()).isZero();
    }

    @Test
    void a_busy_conversation_does_not_keep_one_thread_for_ever() {
        var call = call();
        for (int i = 0; i <= SayingOrder.TURN; i++) {
            order.committed("c", registered("c", call));
        }

        order.release(call, () -> {});
        assertThat(said).hasSize(SayingOrder.TURN);

        runAll();
        assertThat(said).hasSize(SayingOrder.TURN + 1);
    }

    @Test
    void writers_in_a_hurry_are_said_in_order_once_each_and_leave_nothing_behind() throws InterruptedException {
        int writers = 8;
        int facts = 2_000;
        var heard = new ConcurrentHashMap<Object, List<ChatEvent>>();
        var speaking = new ConcurrentHashMap<Object, Boolean>();
        var expected = new HashMap<Object, List<ChatEvent>>();
        var locks = new HashMap<Object, ReentrantLock>();
        for (var subject : List.of("a", "b", "c")) {
            expected.put(subject, new ArrayList<>());
            locks.put(subject, new ReentrantLock());
            heard.put(subject, new ArrayList<>());
        }
        var overlaps = new AtomicInteger();
        var told = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(4);
        var busy = new SayingOrder(
                saying -> {
                    if (speaking.put(saying.subject(), true) != null) {
                        overlaps.incrementAndGet();
                    }
                    heard.get(saying.subject()).add(saying.fact());
                    speaking.remove(saying.subject());
                },
                pool);
        var finished = new CountDownLatch(writers);

        for (int w = 0; w < writers; w++) {
            int writer = w;
            Executors.newSingleThreadExecutor(SayingOrderTest::daemon).execute(() -> {
                for (int i = 0; i < facts; i++) {
                    write(busy, writer + "." + i, expected, locks, told);
                }
                finished.countDown();
            });
        }

        assertThat(finished.await(30, SECONDS)).isTrue();
        pool.shutdown();
        assertThat(pool.awaitTermination(30, SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
        assertThat(told).hasValue(writers * facts);
        assertThat(busy.size()).isZero();
        assertThat(heard).isEqualTo(expected);
    }

    /**
     * A transaction that takes its place under the conversation's lock and ends outside of it, well or badly, in a call
     * or not.
     */
    private static void write(
            SayingOrder order,
            String name,
            Map<Object, List<ChatEvent>> expected,
            Map<Object, ReentrantLock> locks,
            AtomicInteger told) {
        var random = ThreadLocalRandom.current();
        var subject = List.of("a", "b", "c").get(random.nextInt(3));
        var fact = fact(name);
        var call = call();
        boolean inCall = random.nextBoolean();
        boolean fails = random.nextInt(4) == 0;
        locks.get(subject).lock();
        try {
            order.register(subject, fact, Optional.of(call).filter(c -> inCall));
            if (!fails) {
                expected.get(subject).add(fact);
            }
        } finally {
            locks.get(subject).unlock();
        }
        if (fails) {
            order.failed(subject, fact);
        } else {
            order.committed(subject, fact);
        }
        order.release(call, told::incrementAndGet);
    }

    private ChatEvent registered(Object subject) {
        var fact = fact("x");
        order.register(subject, fact, Optional.empty());
        return fact;
    }

    private ChatEvent registered(Object subject, Call call) {
        var fact = fact("x");
        order.register(subject, fact, Optional.of(call));
        return fact;
    }

    private void runAll() {
        for (var task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    private static ChatEvent fact(String user) {
        return new PresenceChanged(UserId.of(user), true, Optional.empty(), new Audience.Contacts(Set.of()));
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private static Call call() {
        return new Call(SocketId.of("acting"));
    }
}
