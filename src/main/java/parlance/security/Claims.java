package parlance.security;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import parlance.chat.ChatException;
import parlance.chat.IdKind;
import parlance.chat.UserId;
import parlance.chat.UserProfile;

/** What a token with a good signature says. Immutable. */
final class Claims {

    /** The last second of the year 9999: what is later is as good as for ever, and this one can be reckoned with. */
    private static final long LATEST = 253_402_300_799L;

    private final Map<String, Object> claims;

    private Claims(Map<String, Object> claims) {
        this.claims = claims;
    }

    static Claims of(JsonWebSignature verified) throws TokenRefused {
        try {
            return new Claims(JsonUtil.parseJson(verified.getPayload()));
        } catch (JoseException e) {
            throw TokenRefused.unreadable();
        }
    }

    Optional<Instant> expiresAt() throws TokenRefused {
        return time("exp");
    }

    Optional<Instant> notBefore() throws TokenRefused {
        return time("nbf");
    }

    Optional<String> issuer() {
        return text("iss");
    }

    Set<String> audiences() {
        return texts(claims.get("aud")).collect(Collectors.toUnmodifiableSet());
    }

    /** CONTRACT 3.2: {@code role}, {@code roles}, {@code groups} and Keycloak's {@code realm_access.roles} together. */
    Set<String> roles() {
        var realm = claims.get("realm_access") instanceof Map<?, ?> access ? access.get("roles") : List.of();
        return Stream.of(claims.get("role"), claims.get("roles"), claims.get("groups"), realm)
                .flatMap(Claims::texts)
                .collect(Collectors.toUnmodifiableSet());
    }

    UserProfile profile(List<String> userIdClaims) throws TokenRefused {
        var claim = userIdClaims.stream()
                .map(claims::get)
                .filter(value -> value != null)
                .findFirst();
        var value = claim.orElseThrow(TokenRefused::unreadable);
        var id = userId(value);
        var kind = value instanceof String ? IdKind.TEXT : IdKind.NUMBER;
        return new UserProfile(id, kind, name().orElse(id.text()), avatar());
    }

    private static UserId userId(Object claim) throws TokenRefused {
        if (!(claim instanceof String || claim instanceof Long || claim instanceof BigInteger)) {
            throw TokenRefused.unreadable();
        }
        try {
            return UserId.of(claim.toString());
        } catch (ChatException.Invalid e) {
            throw TokenRefused.unreadable();
        }
    }

    private Optional<String> name() {
        return Stream.of(text("name"), text("full_name"), firstAndLastName(), text("preferred_username"), text("email"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> firstAndLastName() {
        var both = Stream.of(text("firstName"), text("lastName")).flatMap(Optional::stream);
        return Optional.of(both.collect(Collectors.joining(" "))).filter(name -> !name.isEmpty());
    }

    private Optional<String> avatar() {
        return Stream.of(text("picture"), text("avatar"), text("profile_picture_url"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A claim that says something: a text that is not blank. */
    private Optional<String> text(String claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(text -> !text.isEmpty());
    }

    private Optional<Instant> time(String claim) throws TokenRefused {
        var value = claims.get(claim);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Number seconds)) {
            throw TokenRefused.badTime(claim);
        }
        return Optional.of(Instant.ofEpochSecond(Math.max(0, Math.min(LATEST, (long) seconds.doubleValue()))));
    }

    /** A text, or those of a list; anything else has none. */
    private static Stream<String> texts(Object claim) {
        if (claim instanceof String text) {
            return Stream.of(text);
        }
        return claim instanceof Collection<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.empty();
    }
}
