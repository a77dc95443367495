package parlance.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is on, where, and what is missing, for the log of the start. */
final class Summary {
    private Summary() {}

    static List<String> of(Configuration configuration) {
        var web = configuration.web();
        return Stream.of(
                        Optional.of("Parlance " + version()
                                + " has started: Socket.IO under /socket.io/, REST under /api/v1,"
                                + " health under /ops/health/"),
                        Optional.of("Messages are kept in "
                                + configuration.database().url()
                                + (configuration.database().migrate() ? "" : " (schema checked, not migrated)")),
                        Optional.of("Tokens: " + tokens(configuration)),
                        Optional.of("Pages that may connect: this server's own"
                                + web.origins().stream()
                                        .map(origin -> ", " + origin)
                                        .reduce("", String::concat)),
                        Optional.of("Dialect unless named: "
                                + configuration
                                        .interpreter()
                                        .defaultDialect()
                                        .orElse("told by what a client says first")),
                        web.dev() && configuration.security().secret().isPresent()
                                ? Optional.of(Key.DEV.text() + " is on: anybody gets a token for any user")
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private static String tokens(Configuration configuration) {
        var security = configuration.security();
        var secret = security.secret()
                .map(it -> it.weakAllowed() ? "HS256 (weak secrets allowed)" : "HS256")
                .orElse("no HS256, for want of " + Key.HS256_SECRET.text());
        var issuer = security.issuer()
                .map(it -> it.algorithms().stream().map(Enum::name).sorted().toList() + " of "
                        + it.issuer().orElse("any issuer"))
                .orElse("no public key, for want of " + Key.PUBLIC_KEY.text());
        return secret + "; " + issuer;
    }

    private static String version() {
        try (var version = Objects.requireNonNull(Summary.class.getResourceAsStream("version.txt"))) {
            return new String(version.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
