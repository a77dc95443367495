package parlance.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import parlance.chat.ChatEvent;
import parlance.socketio.SocketId;

/**
 * One event of a client while it is handled. What its transactions cause is held back until the handler has answered,
 * and the call knows when all of it was said. Used by the handler's thread, except for {@link #done()}.
 */
final class Call {
    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final SocketId acting;
    private final List<Saying> caused = new ArrayList<>();
    private final AtomicInteger unsaid = new AtomicInteger(1);
    private Runnable last = () -> {};

    /** An event that the socket is to be blamed for. */
    Call(SocketId acting) {
        this.acting = acting;
    }

    /** The call whose handler is running on this thread. */
    static Optional<Call> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Does something in a socket's name: in the call that is running on this thread, else in one of its own. */
    static void within(SocketId acting, SayingOrder order, Runnable task) {
        if (current().isPresent()) {
            task.run();
            return;
        }
        var call = new Call(acting);
        try {
            call.run(() -> {
                task.run();
                return call;
            });
        } finally {
            order.release(call, () -> {});
        }
    }

    /** Whatever this thread causes meanwhile, this call has caused. */
    <T> T run(Supplier<T> handler) {
        CURRENT.set(this);
        try {
            return handler.get();
        } finally {
            CURRENT.remove();
        }
    }

    SocketId acting() {
        return acting;
    }

    void caused(Saying saying) {
        caused.add(saying);
        unsaid.incrementAndGet();
    }

    List<Saying> caused() {
        return List.copyOf(caused);
    }

    List<ChatEvent> facts() {
        return caused.stream().map(Saying::fact).toList();
    }

    /** What to do when everything was said; set before the call lets go of it. */
    void last(Runnable task) {
        last = task;
    }

    /** One thing less to wait for; may be any thread. */
    void done() {
        if (unsaid.decrementAndGet() == 0) {
            last.run();
        }
    }
}
