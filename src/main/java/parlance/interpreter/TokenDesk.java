package parlance.interpreter;

import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import parlance.security.Identity;
import parlance.security.TokenRefused;
import parlance.security.TokenVerifier;

/** Where a client exchanges its token for a fresh one before it ends. One thread at a time: the socket's. */
final class TokenDesk {
    static final String REFRESH = "auth:refresh";

    private final TokenVerifier tokens;
    private final Identity bearer;
    private final TokenWatch watch;

    TokenDesk(TokenVerifier tokens, Identity bearer, TokenWatch watch) {
        this.tokens = tokens;
        this.bearer = bearer;
        this.watch = watch;
    }

    /** Begins to watch the token that the client came with. */
    void open() {
        watch.watch(bearer.expiresAt());
    }

    JsonObject refresh(String token) {
        var fresh = verified(token);
        if (!fresh.user().equals(bearer.user())) {
            throw new EventRefused("FORBIDDEN", "The token is another user's");
        }
        var until = watch.watch(fresh.expiresAt());
        return object(o -> o.add("success", true).add("expiresAt", DateText.of(until)));
    }

    private Identity verified(String token) {
        try {
            return tokens.verify(token);
        } catch (TokenRefused e) {
            throw new EventRefused(e.code().name(), "Authentication error: " + e.reason());
        }
    }
}
