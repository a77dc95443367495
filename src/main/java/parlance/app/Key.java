package parlance.app;

/** All that can be configured, by its name in MicroProfile Config. */
enum Key {
    DB_URL("parlance.db.url", "jdbc:postgresql://localhost:5432/parlance"),
    DB_USER("parlance.db.user", "parlance"),
    DB_PASSWORD("parlance.db.password", "parlance"),
    DB_MIGRATE("parlance.db.migrate", "true"),
    HS256_SECRET("parlance.auth.hs256-secret", ""),
    ALLOW_WEAK_SECRET("parlance.auth.allow-weak-secret", "false"),
    PUBLIC_KEY("mp.jwt.verify.publickey", ""),
    PUBLIC_KEY_LOCATION("mp.jwt.verify.publickey.location", ""),
    PUBLIC_KEY_ALGORITHM("mp.jwt.verify.publickey.algorithm", "RS256,ES256"),
    ISSUER("mp.jwt.verify.issuer", ""),
    AUDIENCES("mp.jwt.verify.audiences", ""),
    CLOCK_SKEW("mp.jwt.verify.clock.skew", "5"),
    USER_ID_CLAIMS("parlance.auth.user-id-claims", "userId,sub"),
    MAX_SESSION("parlance.auth.max-session", "12h"),
    ALLOW_QUERY_TOKEN("parlance.auth.allow-query-token", "false"),
    DEV("parlance.dev", "false"),
    DIALECT_DEFAULT("parlance.dialect.default", "auto"),
    ALLOWED_ORIGINS("parlance.cors.allowed-origins", ""),
    PING_INTERVAL("parlance.engine.ping-interval", "25s"),
    PING_TIMEOUT("parlance.engine.ping-timeout", "60s"),
    UPGRADE_TIMEOUT("parlance.engine.upgrade-timeout", "10s"),
    CONNECT_TIMEOUT("parlance.engine.connect-timeout", "45s"),
    MAX_HTTP_BUFFER_SIZE("parlance.engine.max-http-buffer-size", "1000000"),
    PRESENCE_AUDIENCE("parlance.presence.audience", "contacts"),
    PRESENCE_GRACE("parlance.presence.grace", "5s"),
    TEXT_LENGTH("parlance.limits.text-length", "10000"),
    OUTBOX_BYTES("parlance.limits.outbox-bytes", "4MiB");

    private final String text;
    private final String unlessSet;

    Key(String text, String unlessSet) {
        this.text = text;
        this.unlessSet = unlessSet;
    }

    String text() {
        return text;
    }

    /** The value that holds when nobody sets one; empty when there is none. */
    String unlessSet() {
        return unlessSet;
    }
}
