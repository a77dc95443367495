package parlance.socketio;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a socket came to be: the HTTP request that opened its session, and what its CONNECT packet carried. Immutable.
 *
 * @param url path and query as requested
 * @param headers by lower-case name
 * @param query decoded parameters
 * @param address the client's address as the container tells it
 * @param secure whether it came over TLS
 * @param crossDomain whether it has an {@code Origin}
 * @param issued when the session was opened
 * @param auth the payload of the CONNECT packet, empty when it had none; never to be believed unchecked
 */
public record Handshake(
        String url,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        String address,
        boolean secure,
        boolean crossDomain,
        Instant issued,
        JsonObject auth) {
    public Handshake {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    static Handshake of(parlance.engineio.Handshake session, JsonObject auth) {
        return new Handshake(
                session.url(),
                session.headers(),
                session.query(),
                session.address(),
                session.secure(),
                session.crossDomain(),
                session.issued(),
                auth);
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The first query parameter of that name. */
    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }
}
