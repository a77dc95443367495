package parlance.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The PostgreSQL that everything is kept in, and the schema it must have. */
record Database(DataSource source, Configuration.Database settings) {
    private static final int OLDEST_VERSION = 14;

    /** Classes of SQLSTATE: PostgreSQL Documentation, Appendix A. */
    private static final String NO_SUCH_DATABASE = "3D000";

    private static final String WRONG_USER_OR_PASSWORD = "28";

    /** Afterwards the database answers and has the schema of this version. */
    void prepare() {
        try (var connection = source.getConnection()) {
            checkVersion(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
        var flyway = Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load();
        if (settings.migrate()) {
            migrate(flyway);
        } else {
            checkSchema(flyway);
        }
    }

    private void checkVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new ConfigurationException(Key.DB_URL.text() + ": at " + settings.url() + " is a PostgreSQL "
                    + version + ", and Parlance needs " + OLDEST_VERSION + " or newer.");
        }
    }

    private void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new ConfigurationException(
                    Key.DB_URL.text() + ": the schema at " + settings.url() + " cannot be migrated: "
                            + firstLine(e.getMessage()) + ".",
                    e);
        }
    }

    private void checkSchema(Flyway flyway) {
        var result = flyway.validateWithResult();
        if (!result.validationSuccessful) {
            throw new ConfigurationException(Key.DB_MIGRATE.text() + " is false, and the schema at " + settings.url()
                    + " is not the one this version needs: "
                    + firstLine(
                            result.invalidMigrations.isEmpty()
                                    ? result.getAllErrorMessages()
                                    : result.invalidMigrations.get(0).errorDetails.errorMessage)
                    + ". Migrate it with db/migration of the WAR, or set the key to true.");
        }
    }

    private ConfigurationException unreachable(SQLException e) {
        var state = causes(e)
                .filter(SQLException.class::isInstance)
                .map(cause -> Optional.ofNullable(((SQLException) cause).getSQLState())
                        .orElse(""))
                .filter(text -> !text.isEmpty())
                .reduce("", (outer, inner) -> inner);
        var reason =
                firstLine(causes(e).reduce((outer, inner) -> inner).orElse(e).getMessage());
        if (state.startsWith(WRONG_USER_OR_PASSWORD)) {
            return new ConfigurationException(
                    Key.DB_USER.text() + ", " + Key.DB_PASSWORD.text() + ": PostgreSQL at " + settings.url()
                            + " refuses them: " + reason + ".",
                    e);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new ConfigurationException(
                    Key.DB_URL.text() + ": PostgreSQL answers at " + settings.url() + ", but: " + reason + ".", e);
        }
        return new ConfigurationException(
                Key.DB_URL.text() + ": no PostgreSQL answers at " + settings.url() + ": " + reason
                        + ". Start it or set PARLANCE_DB_URL.",
                e);
    }

    private static Stream<Throwable> causes(Throwable outermost) {
        return Stream.iterate(outermost, thrown -> thrown != null, Throwable::getCause)
                .limit(20);
    }

    private static String firstLine(String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .orElse("")
                .lines()
                .findFirst()
                .orElse("no reason given");
    }
}
