package parlance.ops;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** What there is to say about this server's health. Thread-safe. */
@ApplicationScoped
public class Health {
    private static final System.Logger LOG = System.getLogger(Health.class.getName());

    @Resource(lookup = "java:app/jdbc/parlance")
    DataSource dataSource;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Clock clock;

    private DatabaseProbe database;
    private volatile boolean started;

    @PostConstruct
    void prepare() {
        database = new DatabaseProbe(this::databaseAnswers, executor, clock);
    }

    /** Start-up is finished: the schema is there, and everything that could fail has not. */
    public void started() {
        started = true;
    }

    List<Check> live() {
        return List.of(new Check("server", true));
    }

    List<Check> start() {
        return List.of(new Check("start", started));
    }

    /** Whether requests should be sent here. */
    List<Check> ready() {
        return List.of(new Check("migrations", started), new Check("database", database.answers()));
    }

    private boolean databaseAnswers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid((int) DatabaseProbe.PATIENCE.toSeconds());
        } catch (SQLException e) {
            LOG.log(DEBUG, "The database does not answer", e);
            return false;
        }
    }
}
