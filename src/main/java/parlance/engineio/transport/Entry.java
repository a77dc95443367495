package parlance.engineio.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parlance.engineio.Admission;
import parlance.engineio.Engine;
import parlance.engineio.Handshake;
import parlance.engineio.ProtocolException;

/**
 * A request to the engine's path, as the filter has read it. It is a principal only because that is the one value that a
 * filter can hand to a WebSocket session by the specifications.
 *
 * @param upgrade whether it asks for a WebSocket
 */
record Entry(Admission admission, Handshake handshake, boolean upgrade) implements Principal {
    private static final int MAX_PARAMETERS = 100;

    /** As Node's own limit; all of it is kept as long as the session. */
    private static final int MAX_CHARACTERS = 16_384;

    /**
     * Reads the request, but not its body.
     *
     * @throws ProtocolException when its query cannot be decoded, or its address and headers are longer than 16 KiB
     */
    static Entry of(HttpServletRequest request, Engine engine) {
        var query = query(Optional.ofNullable(request.getQueryString()).orElse(""));
        boolean upgrade = Optional.ofNullable(request.getHeader("Upgrade"))
                .filter("websocket"::equalsIgnoreCase)
                .isPresent();
        return new Entry(engine.admit(request.getMethod(), query, upgrade), handshake(request, query), upgrade);
    }

    @Override
    public String getName() {
        return handshake.address();
    }

    private static Handshake handshake(HttpServletRequest request, Map<String, List<String>> query) {
        var url = request.getRequestURI()
                + Optional.ofNullable(request.getQueryString()).map("?"::concat).orElse("");
        var headers = headers(request);
        if (url.length() + length(headers) > MAX_CHARACTERS) {
            throw new ProtocolException("address and headers of more than " + MAX_CHARACTERS + " characters");
        }
        return new Handshake(
                url,
                headers,
                query,
                request.getRemoteAddr(),
                request.isSecure(),
                request.getHeader("Origin") != null,
                Instant.now());
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return headers;
    }

    private static int length(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length())
                        .sum())
                .sum();
    }

    private static Map<String, List<String>> query(String text) {
        var query = new LinkedHashMap<String, List<String>>();
        var pairs = text.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw new ProtocolException("more than " + MAX_PARAMETERS + " query parameters");
        }
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            query.computeIfAbsent(name, first -> new ArrayList<>()).add(decoded(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("a query that cannot be decoded", e);
        }
    }
}
