package parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static parlance.security.TestKeys.EC;
import static parlance.security.TestKeys.EC384;
import static parlance.security.TestKeys.HMAC;
import static parlance.security.TestKeys.OTHER_RSA;
import static parlance.security.TestKeys.RSA;
import static parlance.security.TestKeys.SECRET;
import static parlance.security.TestKeys.hmac;
import static parlance.security.TestKeys.jwk;
import static parlance.security.TestKeys.jwks;
import static parlance.security.TestKeys.part;
import static parlance.security.TestKeys.pem;
import static parlance.security.TestKeys.token;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.chat.IdKind;
import parlance.chat.UserId;
import parlance.chat.UserProfile;
import parlance.security.PublicKeyIssuer.Algorithm;
import parlance.security.TokenRefused.Code;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2024-01-15T10:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long SECONDS = NOW.getEpochSecond();

    private static final String ADA = "{\"userId\":\"ada\"}";
    private static final String ISSUED =
            "{\"sub\":\"ada\",\"iss\":\"https://id.example\",\"aud\":\"chat\",\"exp\":" + (SECONDS + 60) + "}";

    private static final PublicKeys KEYS = PublicKeys.of(
            jwks(jwk(RSA.getPublic(), "rsa"), jwk(EC.getPublic(), "ec"), jwk(EC384.getPublic(), "ec384")));
    private static final PublicKeyIssuer ISSUER = new PublicKeyIssuer(
            KEYS,
            Set.of(Algorithm.RS256, Algorithm.RS384, Algorithm.PS256, Algorithm.ES256, Algorithm.ES384),
            Optional.of("https://id.example"),
            List.of("chat", "admin"));

    /** Believes both a secret and an issuer. */
    private final TokenVerifier verifier = new TokenVerifier(
            new SecuritySettings(
                    Optional.of(new SharedSecret(SECRET, false)),
                    Optional.of(ISSUER),
                    List.of("userId", "sub"),
                    Duration.ofSeconds(5)),
            CLOCK);

    static Stream<Arguments> good_tokens() {
        return Stream.of(
                arguments("a user id and nothing else", hs(ADA), text("ada", "ada")),
                arguments("sub where there is no userId", hs("{\"sub\":\"bob\"}"), text("bob", "bob")),
                arguments("userId before sub", hs("{\"sub\":\"x\",\"userId\":\"ada\"}"), text("ada", "ada")),
                arguments("a number for an id", hs("{\"userId\":42}"), number("42")),
                arguments("a negative number", hs("{\"userId\":-1}"), number("-1")),
                arguments("the largest long", hs("{\"userId\":9223372036854775807}"), number("9223372036854775807")),
                arguments("a longer number", hs("{\"userId\":92233720368547758070}"), number("92233720368547758070")),
                arguments("a text of digits", hs("{\"userId\":\"42\"}"), text("42", "42")),
                arguments("an ObjectId", hs("{\"userId\":\"507f1f77bcf86cd799439011\"}"), objectId()),
                arguments("128 characters", hs("{\"userId\":\"" + "x".repeat(128) + "\"}"), longest()),
                arguments("a unicode name", hs(named("\"name\":\"Åda 🦊 李\"")), text("ada", "Åda 🦊 李")),
                arguments("an escaped name", hs(named("\"name\":\"\\u00c5da\"")), text("ada", "Åda")),
                arguments("a blank name", hs(named("\"name\":\"  \",\"email\":\"a@b\"")), text("ada", "a@b")),
                arguments("a name of no text", hs(named("\"name\":[1],\"email\":\"a@b\"")), text("ada", "a@b")),
                arguments("full_name", hs(named("\"full_name\":\"Ada L\"")), text("ada", "Ada L")),
                arguments("both names", hs(named("\"firstName\":\"A\",\"lastName\":\"L\"")), text("ada", "A L")),
                arguments("a last name", hs(named("\"lastName\":\"L\"")), text("ada", "L")),
                arguments("a log-in", hs(named("\"preferred_username\":\"al\"")), text("ada", "al")),
                arguments("an avatar", hs(named("\"picture\":\"https://x/a.png\"")), avatar("https://x/a.png")),
                arguments("an old avatar", hs(named("\"profile_picture_url\":\"/a.png\"")), avatar("/a.png")),
                arguments("ended 4 s ago", hs(named("\"exp\":" + (SECONDS - 4))), text("ada", "ada")),
                arguments("an end in a fraction", hs(named("\"exp\":" + SECONDS + ".5")), text("ada", "ada")),
                arguments("an end out of reach", hs(named("\"exp\":1e300")), text("ada", "ada")),
                arguments("starts in 5 s", hs(named("\"nbf\":" + (SECONDS + 5))), text("ada", "ada")),
                arguments("somebody else's issuer", hs(named("\"iss\":\"x\",\"aud\":\"y\"")), text("ada", "ada")),
                arguments("RS256", token("RS256", RSA.getPrivate(), ISSUED), text("ada", "ada")),
                arguments("RS256, kid", token("RS256", RSA.getPrivate(), "rsa", ISSUED), text("ada", "ada")),
                arguments("RS384", token("RS384", RSA.getPrivate(), ISSUED), text("ada", "ada")),
                arguments("PS256", token("PS256", RSA.getPrivate(), ISSUED), text("ada", "ada")),
                arguments("ES256", token("ES256", EC.getPrivate(), ISSUED), text("ada", "ada")),
                arguments("ES384", token("ES384", EC384.getPrivate(), ISSUED), text("ada", "ada")),
                arguments(
                        "one audience of several",
                        token("ES256", EC.getPrivate(), ISSUED.replace("\"chat\"", "[\"x\",\"admin\"]")),
                        text("ada", "ada")));
    }

    static Stream<Arguments> bad_tokens() {
        return Stream.of(
                arguments("none at all", "", Code.TOKEN_MISSING, "jwt must be provided"),
                arguments("blank", "  ", Code.TOKEN_MISSING, "jwt must be provided"),
                bad("no token", "hello", "jwt malformed"),
                bad("two parts", "a.b", "jwt malformed"),
                bad("five parts", "a.b.c.d.e", "jwt malformed"),
                bad("more than 16 KiB", hs(named("\"x\":\"" + "y".repeat(20_000) + "\"")), "jwt malformed"),
                bad("a header of no JSON", part("hello") + "." + part(ADA) + ".x", "invalid token"),
                bad("no base64", "ä.b.c", "invalid token"),
                bad("dots only", "..", "invalid token"),
                bad("a newline in it", hs(ADA) + "\n", "invalid token"),
                bad("padding", hs(ADA) + "=", "invalid token"),
                bad("alg none", part("{\"alg\":\"none\"}") + "." + part(ADA) + ".", "jwt signature is required"),
                bad("alg none, signed", part("{\"alg\":\"none\"}") + "." + part(ADA) + ".eA", "invalid algorithm"),
                bad("no alg", part("{}") + "." + part(ADA) + ".eA", "invalid algorithm"),
                bad("a numeric alg", part("{\"alg\":256}") + "." + part(ADA) + ".eA", "invalid algorithm"),
                bad("no signature", hs(ADA).replaceFirst("[^.]+$", ""), "jwt signature is required"),
                bad("HS512", token("HS512", hmac("x".repeat(64)), ADA), "invalid algorithm"),
                bad("RS512, not configured", token("RS512", RSA.getPrivate(), ISSUED), "invalid algorithm"),
                bad("another secret", token("HS256", hmac("y".repeat(32)), ADA), "invalid signature"),
                bad("other claims", swapped(hs(ADA)), "invalid signature"),
                bad(
                        "a header of deep JSON",
                        part("{\"a\":" + "[".repeat(9_000)) + "." + part(ADA) + ".x",
                        "invalid token"),
                bad("crit", crit(), "invalid token"),
                bad("the public key as secret", hs(new HmacKey(RSA.getPublic().getEncoded())), "invalid signature"),
                bad("its PEM as secret", hs(hmac(pem(RSA.getPublic()))), "invalid signature"),
                bad("another RSA key", token("RS256", OTHER_RSA.getPrivate(), ISSUED), "invalid signature"),
                bad("an unknown kid", token("RS256", RSA.getPrivate(), "new", ISSUED), "invalid signature"),
                bad("an RSA signature as ES256", renamed("RS256", "ES256"), "invalid signature"),
                bad("an RS256 signature as PS256", renamed("RS256", "PS256"), "invalid signature"),
                bad(
                        "ES256 with the P-384 key",
                        token("ES256", EC384.getPrivate(), "ec384", ISSUED),
                        "invalid signature"),
                arguments("ended 5 s ago", hs(named("\"exp\":" + (SECONDS - 5))), Code.TOKEN_EXPIRED, "jwt expired"),
                arguments("ended long ago", hs(named("\"exp\":0")), Code.TOKEN_EXPIRED, "jwt expired"),
                arguments("ended before time", hs(named("\"exp\":-1e300")), Code.TOKEN_EXPIRED, "jwt expired"),
                bad("starts in 6 s", hs(named("\"nbf\":" + (SECONDS + 6))), "jwt not active"),
                bad("an end of text", hs(named("\"exp\":\"tomorrow\"")), "invalid exp value"),
                bad("a start of text", hs(named("\"nbf\":true")), "invalid nbf value"),
                bad("issued without an end", issued(ISSUED.replace("\"exp\"", "\"e\"")), "invalid exp value"),
                bad("another issuer", issued(ISSUED.replace("id.example", "evil")), wrongIssuer()),
                bad("no issuer", issued(ISSUED.replace("\"iss\"", "\"i\"")), wrongIssuer()),
                bad("another audience", issued(ISSUED.replace("\"chat\"", "\"shop\"")), wrongAudience()),
                bad("no audience", issued(ISSUED.replace("\"aud\"", "\"a\"")), wrongAudience()),
                bad("no user", hs("{}"), "invalid token"),
                bad("a null user", hs("{\"userId\":null}"), "invalid token"),
                bad("an empty user", hs("{\"userId\":\"\"}"), "invalid token"),
                bad("a user of 129 characters", hs("{\"userId\":\"" + "x".repeat(129) + "\"}"), "invalid token"),
                bad("a user with NUL", hs("{\"userId\":\"a\\u0000\"}"), "invalid token"),
                bad("a user that is true", hs("{\"userId\":true}"), "invalid token"),
                bad("a user with a fraction", hs("{\"userId\":1.5}"), "invalid token"),
                bad("an object for a user", hs("{\"userId\":{}}"), "invalid token"),
                bad("a wrong userId before a good sub", hs("{\"userId\":[],\"sub\":\"ada\"}"), "invalid token"),
                bad("claims of no JSON", hs("hello"), "invalid token"),
                bad("a list of claims", hs("[]"), "invalid token"),
                bad("claims twice", hs("{\"userId\":\"ada\",\"userId\":\"bob\"}"), "invalid token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good_tokens")
    void a_good_token_names_its_user(String what, String token, UserProfile profile) throws TokenRefused {
        assertThat(verifier.verify(token).profile()).isEqualTo(profile);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_tokens")
    void a_bad_token_is_refused_in_the_words_of_jsonwebtoken(String what, String token, Code code, String reason) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOfSatisfying(TokenRefused.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.reason()).isEqualTo(reason);
        });
    }

    @Test
    void roles_are_gathered_from_every_place_that_has_some() throws TokenRefused {
        var claims = named("\"role\":\"teacher\",\"roles\":[\"a\",\"b\",1],\"groups\":[\"b\",\"c\"],"
                + "\"realm_access\":{\"roles\":[\"admin\"]}");

        assertThat(verifier.verify(hs(claims)).roles()).containsExactlyInAnyOrder("teacher", "a", "b", "c", "admin");
    }

    @Test
    void roles_of_the_wrong_kind_are_none() throws TokenRefused {
        var claims = named("\"role\":1,\"roles\":{\"a\":true},\"groups\":null,\"realm_access\":[\"admin\"]");

        assertThat(verifier.verify(hs(claims)).roles()).isEmpty();
    }

    @Test
    void a_token_ends_when_it_is_refused_and_a_token_without_end_never() throws TokenRefused {
        assertThat(verifier.verify(hs(named("\"exp\":" + (SECONDS + 60)))).expiresAt())
                .contains(NOW.plusSeconds(60).plus(SecuritySettings.DEFAULT_CLOCK_SKEW));
        assertThat(verifier.verify(hs(ADA)).expiresAt()).isEmpty();
    }

    @Test
    void a_public_key_alone_accepts_no_secret_at_all() {
        var onlyKeys = new TokenVerifier(SecuritySettings.of(ISSUER), CLOCK);

        assertThatThrownBy(() -> onlyKeys.verify(hs(new HmacKey(RSA.getPublic().getEncoded()))))
                .hasMessage("invalid algorithm");
    }

    @Test
    void a_secret_alone_accepts_no_public_key() {
        var onlySecret = new TokenVerifier(SecuritySettings.of(new SharedSecret(SECRET, false)), CLOCK);

        assertThatThrownBy(() -> onlySecret.verify(issued(ISSUED))).hasMessage("invalid algorithm");
    }

    @Test
    void a_weak_secret_works_only_where_it_is_allowed() throws TokenRefused {
        var weak = new TokenVerifier(SecuritySettings.of(new SharedSecret("weak", true)), CLOCK);

        assertThat(weak.verify(token("HS256", hmac("weak"), ADA)).user()).isEqualTo(UserId.of("ada"));
        assertThatThrownBy(() -> new SharedSecret("weak", false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void other_claims_can_be_the_user_id() throws TokenRefused {
        var settings = new SecuritySettings(
                Optional.of(new SharedSecret(SECRET, false)), Optional.empty(), List.of("oid"), Duration.ZERO);

        var identity = new TokenVerifier(settings, CLOCK).verify(hs("{\"userId\":\"x\",\"oid\":\"ada\"}"));

        assertThat(identity.user()).isEqualTo(UserId.of("ada"));
    }

    @Test
    void what_the_signer_signs_is_verified() throws TokenRefused {
        var signer = new TokenSigner(new SharedSecret(SECRET, false), "userId", CLOCK);

        var identity = verifier.verify(signer.sign(UserId.of("ada"), Optional.of("Ada"), Set.of("admin")));

        assertThat(identity.profile()).isEqualTo(text("ada", "Ada"));
        assertThat(identity.roles()).containsExactly("admin");
        assertThat(identity.expiresAt())
                .contains(NOW.plus(Duration.ofHours(12)).plus(SecuritySettings.DEFAULT_CLOCK_SKEW));
    }

    @Test
    void a_secret_does_not_show_in_logs() {
        assertThat(SecuritySettings.of(new SharedSecret(SECRET, false)).toString())
                .doesNotContain(SECRET);
    }

    private static Arguments bad(String what, String token, String reason) {
        return arguments(what, token, Code.TOKEN_INVALID, reason);
    }

    private static String hs(String claims) {
        return token("HS256", HMAC, claims);
    }

    private static String hs(Key key) {
        return token("HS256", key, ADA);
    }

    private static String issued(String claims) {
        return token("ES256", EC.getPrivate(), claims);
    }

    private static String named(String more) {
        return "{\"userId\":\"ada\"," + more + "}";
    }

    private static String swapped(String token) {
        var parts = token.split("\\.", -1);
        return parts[0] + "." + part("{\"userId\":\"bob\"}") + "." + parts[2];
    }

    /** A token of the RSA key that claims to be signed otherwise. */
    private static String renamed(String algorithm, String claimed) {
        var parts = token(algorithm, RSA.getPrivate(), ISSUED).split("\\.", -1);
        return part("{\"alg\":\"" + claimed + "\"}") + "." + parts[1] + "." + parts[2];
    }

    private static String crit() {
        return part("{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}") + "." + part(ADA) + ".eA";
    }

    private static String wrongIssuer() {
        return "jwt issuer invalid. expected: https://id.example";
    }

    private static String wrongAudience() {
        return "jwt audience invalid. expected: chat or admin";
    }

    private static UserProfile text(String id, String name) {
        return new UserProfile(UserId.of(id), IdKind.TEXT, name, Optional.empty());
    }

    private static UserProfile number(String id) {
        return new UserProfile(UserId.of(id), IdKind.NUMBER, id, Optional.empty());
    }

    private static UserProfile avatar(String url) {
        return new UserProfile(UserId.of("ada"), IdKind.TEXT, "ada", Optional.of(url));
    }

    private static UserProfile objectId() {
        return text("507f1f77bcf86cd799439011", "507f1f77bcf86cd799439011");
    }

    private static UserProfile longest() {
        return text("x".repeat(128), "x".repeat(128));
    }
}
