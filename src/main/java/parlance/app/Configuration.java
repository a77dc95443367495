package parlance.app;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import parlance.chat.ChatSettings;
import parlance.chat.ChatSettings.PresenceScope;
import parlance.engineio.EngineSettings;
import parlance.engineio.transport.AllowedOrigins;
import parlance.interpreter.InterpreterSettings;
import parlance.security.PublicKeyIssuer;
import parlance.security.PublicKeyIssuer.Algorithm;
import parlance.security.PublicKeys;
import parlance.security.SecuritySettings;
import parlance.security.SharedSecret;
import parlance.socketio.ServerSettings;

/**
 * What the administrator set, as the settings of each part; the only class that knows the keys.
 *
 * @param warnings sentences about what was set to no effect
 */
record Configuration(
        Database database,
        SecuritySettings security,
        EngineSettings engine,
        ServerSettings server,
        ChatSettings chat,
        InterpreterSettings interpreter,
        Web web,
        List<String> warnings) {
    private static final String AUTO = "auto";

    /**
     * The database.
     *
     * @param url where PostgreSQL is, without a password
     */
    record Database(String url, boolean migrate) {}

    /**
     * What pages are told.
     *
     * @param origins the entries of {@code allowed}, as they were written
     */
    record Web(AllowedOrigins allowed, List<String> origins, boolean dev) {}

    /** As MicroProfile Config has it here. */
    static Configuration ofServer() {
        var config = ConfigProvider.getConfig();
        var names = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(toUnmodifiableSet());
        return of(key -> set(config, key), names);
    }

    /**
     * @param source the value somebody set for a key
     * @param names of all that is set, keys or environment variables
     * @throws ConfigurationException naming the first key that has to be changed
     */
    static Configuration of(Function<String, Optional<String>> source, Set<String> names) {
        var values = new Values(source);
        return new Configuration(
                database(values),
                security(values),
                engine(values),
                server(values),
                chat(values),
                interpreter(values),
                web(values),
                Warnings.of(values, names));
    }

    private static Optional<String> set(Config config, String key) {
        try {
            return config.getOptionalValue(key, String.class);
        } catch (NoSuchElementException e) {
            throw new ConfigurationException(key + " refers with ${…} to something that is not set.", e);
        }
    }

    private static Database database(Values values) {
        var url = values.text(Key.DB_URL).orElseThrow().replaceAll("(?i)(password=)[^&]*", "$1***");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ConfigurationException(Key.DB_URL.text()
                    + " must be an address like jdbc:postgresql://host:5432/database, not \"" + url + "\".");
        }
        return new Database(url, values.flag(Key.DB_MIGRATE));
    }

    private static SecuritySettings security(Values values) {
        var secret = secret(values);
        var issuer = issuer(values);
        if (secret.isEmpty() && issuer.isEmpty()) {
            throw new ConfigurationException("Nobody could log in: set " + Key.HS256_SECRET.text()
                    + " to the secret that signs your tokens, or " + Key.PUBLIC_KEY.text()
                    + " (or .location) to the public key of who issues them.");
        }
        return new SecuritySettings(
                secret, issuer, values.list(Key.USER_ID_CLAIMS), values.seconds(Key.CLOCK_SKEW, 600));
    }

    private static Optional<SharedSecret> secret(Values values) {
        boolean weakAllowed = values.flag(Key.ALLOW_WEAK_SECRET);
        try {
            return values.text(Key.HS256_SECRET).map(text -> new SharedSecret(text, weakAllowed));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    Key.HS256_SECRET.text() + " is " + e.getMessage() + "; take a longer one, or accept it with "
                            + Key.ALLOW_WEAK_SECRET.text() + "=true.",
                    e);
        }
    }

    private static Optional<PublicKeyIssuer> issuer(Values values) {
        if (values.isSet(Key.PUBLIC_KEY) && values.isSet(Key.PUBLIC_KEY_LOCATION)) {
            throw new ConfigurationException(
                    Key.PUBLIC_KEY.text() + " and " + Key.PUBLIC_KEY_LOCATION.text() + " are both set; keep one.");
        }
        return keys(values, Key.PUBLIC_KEY, PublicKeys::of)
                .or(() -> keys(values, Key.PUBLIC_KEY_LOCATION, PublicKeys::at))
                .map(keys -> new PublicKeyIssuer(
                        keys, algorithms(values), values.text(Key.ISSUER), values.list(Key.AUDIENCES)));
    }

    private static Optional<PublicKeys> keys(Values values, Key key, Function<String, PublicKeys> reader) {
        try {
            return values.text(key).map(reader);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    key.text() + " must be a public key as PEM, JWK or JWKS, or where there is one: " + e.getMessage()
                            + ".",
                    e);
        }
    }

    private static Set<Algorithm> algorithms(Values values) {
        var known = Arrays.stream(Algorithm.values()).collect(toUnmodifiableMap(Algorithm::name, a -> a));
        var names = values.list(Key.PUBLIC_KEY_ALGORITHM);
        if (names.isEmpty() || !known.keySet().containsAll(names)) {
            throw values.wrong(Key.PUBLIC_KEY_ALGORITHM, "some of " + Arrays.toString(Algorithm.values()));
        }
        return names.stream().map(known::get).collect(toUnmodifiableSet());
    }

    private static EngineSettings engine(Values values) {
        int maxPayload = values.size(Key.MAX_HTTP_BUFFER_SIZE, 1_000, 100_000_000);
        return new EngineSettings(
                values.duration(Key.PING_INTERVAL, "10ms", "1h"),
                values.duration(Key.PING_TIMEOUT, "10ms", "1h"),
                values.duration(Key.UPGRADE_TIMEOUT, "10ms", "1h"),
                maxPayload,
                values.size(Key.OUTBOX_BYTES, 10_000, 1 << 30),
                Math.max(EngineSettings.DEFAULTS.mailboxBytes(), 2 * maxPayload),
                EngineSettings.DEFAULTS.maxPacketsPerPayload());
    }

    private static ServerSettings server(Values values) {
        return new ServerSettings(
                values.duration(Key.CONNECT_TIMEOUT, "10ms", "1h"),
                ServerSettings.DEFAULTS.maxAttachments(),
                ServerSettings.DEFAULTS.maxNamespaces(),
                ServerSettings.DEFAULTS.maxRefusals(),
                ServerSettings.DEFAULTS.maxPendingAcks());
    }

    private static ChatSettings chat(Values values) {
        var audience = Map.of("contacts", PresenceScope.CONTACTS, "everyone", PresenceScope.EVERYONE);
        return new ChatSettings(
                values.size(Key.TEXT_LENGTH, 1, 1_000_000), values.word(Key.PRESENCE_AUDIENCE, audience));
    }

    private static InterpreterSettings interpreter(Values values) {
        return new InterpreterSettings(
                values.text(Key.DIALECT_DEFAULT).filter(name -> !name.equals(AUTO)),
                values.duration(Key.PRESENCE_GRACE, "0s", "1h"),
                values.duration(Key.MAX_SESSION, "1s", "365d"),
                values.flag(Key.ALLOW_QUERY_TOKEN));
    }

    private static Web web(Values values) {
        var origins = values.list(Key.ALLOWED_ORIGINS);
        try {
            return new Web(AllowedOrigins.of(origins), origins, values.flag(Key.DEV));
        } catch (IllegalArgumentException e) {
            throw values.wrong(
                    Key.ALLOWED_ORIGINS, "origins like https://chat.example.com, http://localhost:* or null");
        }
    }
}
