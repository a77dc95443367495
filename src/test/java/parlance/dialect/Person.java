package parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parlance.json.JsonText;
import parlance.support.Rest;

/**
 * Somebody in a transcript: one client at the other end of a WebSocket of its own, that writes down every packet. The
 * open packet and the heartbeat are nobody's concern, and left out.
 */
final class Person implements AutoCloseable {
    /** What is written for the end of the WebSocket, on either side. */
    static final String CLOSED = "x";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String userId;
    private final Rest rest;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket wire;

    private Person(URI server, String userId) {
        this.userId = userId;
        this.rest = Rest.of(server, userId);
        this.wire =
                HTTP.newWebSocketBuilder().buildAsync(engine(server), new Ear()).join();
    }

    /** Somebody whose client has opened an Engine.IO session and said nothing yet. */
    static Person at(URI server, String userId) {
        var person = new Person(server, userId);
        assertThat(person.next()).startsWith("0{");
        return person;
    }

    String userId() {
        return userId;
    }

    /** A packet, a REST request such as {@code GET /conversations}, or {@link #CLOSED}. */
    void says(String line) {
        if (line.equals(CLOSED)) {
            wire.abort();
        } else if (line.startsWith("GET ")) {
            heard.add("HTTP " + rest.get(line.substring(4)).statusCode());
        } else if (line.startsWith("POST ")) {
            var parts = line.substring(5).split(" ", 2);
            heard.add("HTTP " + rest.post(parts[0], JsonText.parse(parts[1])).statusCode());
        } else {
            wire.sendText(line, true).join();
        }
    }

    /** The next packet, which is waited for. */
    String next() {
        try {
            var next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return next == null ? fail("nothing came") : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was heard and not taken. */
    BlockingQueue<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        wire.abort();
    }

    private static URI engine(URI server) {
        return URI.create("ws://" + server.getAuthority() + "/socket.io/?EIO=4&transport=websocket");
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder packet = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            webSocket.request(1);
            packet.append(part);
            return last ? whole(webSocket) : CompletableFuture.completedFuture(webSocket);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
            heard.add(CLOSED);
            return WebSocket.Listener.super.onClose(webSocket, status, reason);
        }

        private CompletionStage<?> whole(WebSocket webSocket) {
            var text = packet.toString();
            packet.setLength(0);
            if (text.equals("2")) {
                return webSocket.sendText("3", true);
            }
            heard.add(text);
            return CompletableFuture.completedFuture(webSocket);
        }
    }
}
