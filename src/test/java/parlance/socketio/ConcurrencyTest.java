package parlance.socketio;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.engineio.TestClient;

class ConcurrencyTest {
    private static final int CLIENTS = 200;

    private final ExecutorService turns = Executors.newFixedThreadPool(4);
    private final ExecutorService application = Executors.newFixedThreadPool(4);
    private final TestServer server = new TestServer(ServerSettings.DEFAULTS, turns);
    private final Namespace main = server.io.of("/");
    private final Room room = Room.of("red");

    @AfterEach
    void stop() {
        turns.shutdownNow();
        application.shutdownNow();
    }

    @Test
    void sockets_that_end_from_all_sides_at_once_end_once_and_leave_nothing_behind() throws Exception {
        var ended = new CountDownLatch(CLIENTS);
        var ends = new AtomicInteger();
        var unanswered = new AtomicInteger();
        var clients = new ConcurrentHashMap<String, TestClient>();
        main.onConnection(socket -> {
            socket.onDisconnect(reason -> {
                ends.incrementAndGet();
                ended.countDown();
            });
            var actions = List.<Runnable>of(
                    () -> socket.join(room),
                    () -> socket.emitWithAck(Event.of("a"), ofSeconds(60))
                            .whenComplete((answer, failure) -> unanswered.incrementAndGet()),
                    () -> socket.schedule(ofSeconds(60), () -> {}),
                    socket::disconnect,
                    clients.get(socket.handshake().query("client").orElseThrow())::vanishes,
                    () -> main.to(room).emit(Event.of("b")),
                    () -> socket.join(Room.of("late")));
            actions.forEach(application::execute);
        });

        for (int i = 0; i < CLIENTS; i++) {
            var client = server.client(Map.of(), Map.of("client", List.of(Integer.toString(i))));
            clients.put(Integer.toString(i), client);
            client.says("40", "42[\"a\"]");
        }
        awaitEnds(ended);

        application.shutdown();
        assertThat(application.awaitTermination(30, SECONDS)).isTrue();
        assertThat(ends).hasValue(CLIENTS);
        assertThat(unanswered).hasValue(CLIENTS);
        assertThat(main.sockets()).isEmpty();
        assertThat(main.inhabited(room)).isFalse();
        assertThat(main.inhabited(Room.of("late"))).isFalse();
    }

    @Test
    void listeners_of_one_session_run_one_at_a_time_in_order() throws Exception {
        var done = new CountDownLatch(CLIENTS);
        var inside = new AtomicInteger();
        var heard = new ConcurrentLinkedQueue<String>();
        main.onConnection(socket -> socket.on("n", (event, ack) -> {
            heard.add(inside.incrementAndGet() + ":" + event.args().getInt(0));
            inside.decrementAndGet();
            done.countDown();
        }));
        var client = server.client();
        client.says("40");

        IntStream.range(0, CLIENTS).forEach(i -> client.says("42[\"n\"," + i + "]"));

        assertThat(done.await(30, SECONDS)).isTrue();
        assertThat(heard)
                .containsExactlyElementsOf(
                        IntStream.range(0, CLIENTS).mapToObj(i -> "1:" + i).toList());
    }

    @Test
    void an_ack_that_many_threads_send_goes_out_once() throws Exception {
        var sent = new CountDownLatch(8);
        main.onConnection(socket -> socket.on("a", (event, ack) -> IntStream.range(0, 8)
                .forEach(i -> application.execute(() -> {
                    ack.send();
                    sent.countDown();
                }))));
        var client = server.client();

        client.says("40", "427[\"a\"]");

        assertThat(sent.await(30, SECONDS)).isTrue();
        assertThat(client.heard()).containsOnlyOnce("437[]");
    }

    /** Disconnects wait for the session's turn, which only comes when time is asked to pass. */
    private void awaitEnds(CountDownLatch ended) throws InterruptedException {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        while (!ended.await(1, MILLISECONDS)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            server.settle();
        }
    }
}
