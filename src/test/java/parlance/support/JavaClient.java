package parlance.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.json.JSONObject;

/** The official Java client of one user, in one namespace. */
public final class JavaClient implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Socket socket;

    private JavaClient(Socket socket) {
        this.socket = socket;
    }

    /**
     * A client that is not connected yet.
     *
     * @param transports e.g. {@code polling,websocket}
     */
    public static JavaClient of(URI server, String namespace, String token, String transports) {
        var options = IO.Options.builder()
                .setForceNew(true)
                .setReconnection(false)
                .setTransports(transports.split(","))
                .setAuth(Map.of("token", token))
                .build();
        return new JavaClient(IO.socket(server.resolve(namespace), options));
    }

    /** A client that is connected. */
    public static JavaClient connected(URI server, String namespace, String userId, String transports) {
        var client = of(server, namespace, Tokens.of(userId), transports);
        client.connect();
        return client;
    }

    /** Connects, and waits until the server has let it in. */
    public void connect() {
        var connected = new CountDownLatch(1);
        socket.on(Socket.EVENT_CONNECT, args -> connected.countDown());
        socket.connect();
        try {
            assertThat(connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Tries to connect, and returns what the server said against it. */
    public JSONObject refusal() {
        var refusal = new CompletableFuture<JSONObject>();
        socket.on(Socket.EVENT_CONNECT_ERROR, args -> refusal.complete((JSONObject) args[0]));
        socket.connect();
        return await(refusal);
    }

    public void emit(String event, Object payload) {
        socket.emit(event, payload);
    }

    /** Emits and returns the first argument of the ack. */
    public JSONObject emitWithAck(String event, Object payload) {
        var answer = new CompletableFuture<JSONObject>();
        socket.emit(event, new Object[] {payload}, (Ack) args -> answer.complete((JSONObject) args[0]));
        return await(answer);
    }

    /** From now on, the first argument of each event of that name. */
    public Heard listen(String event) {
        var heard = new LinkedBlockingQueue<JSONObject>();
        socket.on(event, args -> heard.add((JSONObject) args[0]));
        return new Heard(heard);
    }

    /** What the jobspare client sends as {@code send_message}. */
    public static JSONObject text(String conversation, String receiver, String words) {
        return new JSONObject(Map.of(
                "conversationId",
                conversation,
                "receiverId",
                receiver,
                "messageType",
                "text",
                "content",
                new JSONObject(Map.of("text", words))));
    }

    @Override
    public void close() {
        socket.disconnect();
    }

    /** What a client hears, in order. */
    public record Heard(BlockingQueue<JSONObject> queue) {
        public JSONObject next() {
            try {
                var next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                return next;
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static JSONObject await(CompletableFuture<JSONObject> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
