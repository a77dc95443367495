package parlance.engineio;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request that opened a session.
 *
 * @param url path and query as requested
 * @param headers by lower-case name
 * @param query decoded parameters
 * @param address the client's address as the container tells it
 * @param secure whether it came over TLS
 * @param crossDomain whether it has an {@code Origin}
 * @param issued when it arrived
 */
public record Handshake(
        String url,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        String address,
        boolean secure,
        boolean crossDomain,
        Instant issued) {
    public Handshake {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
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
