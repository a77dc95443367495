package parlance.socketio;

import jakarta.json.JsonValue;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * The answer that an event may want: {@code 3<id>[arg,…]} on the wire. Thread-safe, and may be used later, from anywhere; what
 * comes after the disconnect is dropped.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#acknowledgement">Socket.IO, Acknowledgement</a>
 */
public final class Ack {
    private final OptionalLong id;
    private final BiConsumer<Long, Answer> sender;
    private final AtomicBoolean sent = new AtomicBoolean();

    Ack(OptionalLong id, BiConsumer<Long, Answer> sender) {
        this.id = id;
        this.sender = sender;
    }

    /** Whether the client waits for an answer. */
    public boolean wanted() {
        return id.isPresent();
    }

    /** Answers, the first time that it is called and if an answer is wanted. */
    public void send(JsonValue... args) {
        send(Answer.of(args));
    }

    /** Answers with attachments, the first time that it is called and if an answer is wanted. */
    public void send(Answer answer) {
        if (id.isPresent() && sent.compareAndSet(false, true)) {
            sender.accept(id.getAsLong(), answer);
        }
    }
}
