package parlance.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL that all tests of one run share: started when first asked for, stopped and deleted with the JVM.
 * Thread-safe.
 */
public final class Postgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** An empty database of the shared server, for the caller alone. */
    public static Database freshDatabase() {
        var name = "parlance_" + DATABASES.incrementAndGet();
        var server = Shared.SERVER;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    /**
     * One database, as somebody who is given its address sees it.
     *
     * @param url JDBC address
     */
    public record Database(String url, String user, String password) {

        /** The variables by which the built server is told of it. */
        public Map<String, String> environment() {
            return Map.of("PARLANCE_DB_URL", url, "PARLANCE_DB_USER", user, "PARLANCE_DB_PASSWORD", password);
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
