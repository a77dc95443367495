package parlance.engineio.transport;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which pages of other servers may talk to this one. An entry is an origin like {@code https://chat.example.com}, with
 * {@code *} for any port as in {@code http://localhost:*}, the word {@code null} for pages without an origin such as
 * files, or {@code *} for all. The server's own origin is always allowed. Immutable.
 */
public final class AllowedOrigins {
    private final List<Predicate<String>> entries;

    private AllowedOrigins(List<Predicate<String>> entries) {
        this.entries = entries;
    }

    /**
     * The list of a configuration.
     *
     * @throws IllegalArgumentException naming the first entry that is no origin
     */
    public static AllowedOrigins of(List<String> entries) {
        return new AllowedOrigins(entries.stream().map(AllowedOrigins::entry).toList());
    }

    /**
     * Whether a page from that origin may make this request.
     *
     * @param origin the request's {@code Origin} header
     * @param host its {@code Host} header, empty when it has none
     */
    public boolean allows(String origin, String host) {
        return entries.stream().anyMatch(entry -> entry.test(origin)) || own(origin, host);
    }

    private static Predicate<String> entry(String text) {
        var entry = text.toLowerCase(Locale.ROOT);
        if (entry.equals("*")) {
            return origin -> true;
        }
        if (entry.equals("null")) {
            return entry::equals;
        }
        if (!entry.matches("https?://(\\[[0-9a-f:]+]|[a-z0-9._-]+)(:(\\d{1,5}|\\*))?")) {
            throw new IllegalArgumentException("no origin: " + text);
        }
        if (entry.endsWith(":*")) {
            var server = entry.substring(0, entry.length() - 2);
            return origin -> origin.equals(server) || origin.matches("\\Q" + server + "\\E:\\d{1,5}");
        }
        return entry::equals;
    }

    /** Whether the page came from the host and port that it now talks to. */
    private static boolean own(String origin, String host) {
        try {
            var page = URI.create(origin);
            return page.getAuthority() != null
                    && !host.isEmpty()
                    && withPort(page.getAuthority(), page.getScheme())
                            .equalsIgnoreCase(withPort(host, page.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withPort(String authority, String scheme) {
        return authority.matches(".*:\\d+") ? authority : authority + ("https".equals(scheme) ? ":443" : ":80");
    }
}
