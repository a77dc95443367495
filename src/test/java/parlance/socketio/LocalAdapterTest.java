package parlance.socketio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalAdapterTest implements AdapterContract {
    private final LocalAdapter adapter = new LocalAdapter();

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Test
    void sockets_that_exit_while_others_let_them_join_leave_no_room_behind() throws Exception {
        var rooms = IntStream.range(0, 5).mapToObj(i -> Room.of("room " + i)).toList();
        var stayer = SocketId.of("stayer");
        var heard = new AtomicInteger();
        adapter.enter(stayer, new Counter(heard));
        rooms.forEach(room -> adapter.join(stayer, room));
        var threads = Executors.newFixedThreadPool(4);

        try {
            for (int round = 0; round < 2_000; round++) {
                var leaver = SocketId.of("leaver " + round);
                adapter.enter(leaver, new Counter(new AtomicInteger()));
                List<Callable<Object>> tasks = List.of(
                        Executors.callable(() -> rooms.forEach(room -> adapter.join(leaver, room))),
                        Executors.callable(() -> rooms.forEach(room -> adapter.leave(leaver, room))),
                        Executors.callable(
                                () -> rooms.forEach(room -> adapter.broadcast(PACKET, Target.EVERYBODY.to(room)))),
                        Executors.callable(() -> adapter.exit(leaver)));
                threads.invokeAll(tasks, 30, SECONDS);

                assertThat(adapter.rooms(leaver)).isEmpty();
                assertThat(adapter.inhabited(leaver.room())).isFalse();
            }
        } finally {
            threads.shutdownNow();
        }

        rooms.forEach(room -> assertThat(adapter.sockets(room)).containsExactly(stayer));
        assertThat(heard).hasValue(2_000 * rooms.size());
        adapter.exit(stayer);
        rooms.forEach(room -> assertThat(adapter.inhabited(room)).isFalse());
    }

    private record Counter(AtomicInteger count) implements Adapter.Receiver {
        @Override
        public void send(EncodedPacket packet) {
            count.incrementAndGet();
        }

        @Override
        public void sendVolatile(EncodedPacket packet) {
            count.incrementAndGet();
        }
    }
}
