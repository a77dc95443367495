package parlance.interpreter;

import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import parlance.chat.UserService;
import parlance.security.Identity;
import parlance.security.TokenRefused;
import parlance.security.TokenVerifier;
import parlance.socketio.ConnectGate;
import parlance.socketio.ConnectRefused;
import parlance.socketio.Handshake;
import parlance.socketio.Socket;

/** Lets in who brings a good token, and finds out which dialects the socket may speak. Thread-safe. */
final class Doorman implements ConnectGate {
    private static final String BEARER = "bearer ";

    private final TokenVerifier tokens;
    private final UserService users;
    private final Vocabularies vocabularies;
    private final boolean allowQueryToken;

    Doorman(TokenVerifier tokens, UserService users, Vocabularies vocabularies, boolean allowQueryToken) {
        this.tokens = tokens;
        this.users = users;
        this.vocabularies = vocabularies;
        this.allowQueryToken = allowQueryToken;
    }

    @Override
    public void admit(Socket socket) throws ConnectRefused {
        var identity = identity(socket.handshake());
        var tongues = tongues(socket);
        users.met(identity.profile());
        socket.data().put(Admitted.class, new Admitted(identity, tongues));
    }

    /** @param tongues the dialects the socket may turn out to speak, never empty */
    record Admitted(Identity identity, List<Vocabulary> tongues) {}

    private Identity identity(Handshake handshake) throws ConnectRefused {
        try {
            return tokens.verify(token(handshake).orElseThrow(TokenRefused::missing));
        } catch (TokenRefused e) {
            boolean missing = e.code() == TokenRefused.Code.TOKEN_MISSING;
            throw refused(
                    "Authentication error: " + (missing ? "no token" : "invalid token"),
                    e.code().name());
        }
    }

    private Optional<String> token(Handshake handshake) {
        return text(handshake.auth(), "token")
                .or(() -> handshake
                        .header("authorization")
                        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                        .map(header -> header.substring(BEARER.length()).strip()))
                .or(() -> handshake.query("token").filter(token -> allowQueryToken))
                .filter(Predicate.not(String::isEmpty));
    }

    private List<Vocabulary> tongues(Socket socket) throws ConnectRefused {
        var handshake = socket.handshake();
        var wanted = text(handshake.auth(), "dialect").or(() -> handshake.query("dialect"));
        if (wanted.isEmpty()) {
            return vocabularies.spokenIn(socket.namespace().name());
        }
        return List.of(vocabularies
                .named(wanted.get())
                .orElseThrow(() -> refused("Unknown dialect; there are: " + vocabularies.names(), "VALIDATION")));
    }

    /** Empty texts are as good as none, as in JavaScript. */
    private static Optional<String> text(JsonObject auth, String name) {
        return Optional.ofNullable(auth.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .filter(Predicate.not(String::isEmpty));
    }

    private static ConnectRefused refused(String message, String code) {
        return new ConnectRefused(message, object(o -> o.add("code", code)));
    }
}
