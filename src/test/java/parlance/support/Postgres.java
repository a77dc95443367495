package parlance.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String USER = "parlance";
    private static final String PASSWORD = "a-password-for-tests";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** An empty database of the shared server, for the caller alone. */
    public static Database freshDatabase() {
        var name = "parlance_" + DATABASES.incrementAndGet();
        var server = Shared.SERVER;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, USER, PASSWORD);
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
                var server = EmbeddedPostgres.builder().start();
                createUser(server);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As it comes, the server trusts everybody; of this user it wants the password, as a real one would. */
        private static void createUser(EmbeddedPostgres server) throws IOException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
                try (var file = statement.executeQuery("show hba_file")) {
                    file.next();
                    var rules = Path.of(file.getString(1));
                    var trusting = Files.readString(rules);
                    Files.writeString(rules, "host all " + USER + " all scram-sha-256\n" + trusting);
                }
                statement.execute("select pg_reload_conf()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
