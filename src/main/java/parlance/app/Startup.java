package parlance.app;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import javax.sql.DataSource;
import parlance.ops.Health;

/**
 * Starts Parlance: settings, database, schema, in this order, before anybody is served. What is wrong with them is one
 * sentence, and then there is no Parlance.
 */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Startup {
    /** Set by servers that are there for Parlance alone. */
    private static final String HALT = "parlance.halt-on-failed-start";

    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    @Resource(lookup = "java:app/jdbc/parlance")
    DataSource dataSource;

    @Inject
    Provider<Configuration> configured;

    @Inject
    Health health;

    @PostConstruct
    void start() {
        try {
            var configuration = configured.get();
            new Database(dataSource, configuration.database()).prepare();
            configuration.warnings().forEach(warning -> LOG.log(WARNING, warning));
            Summary.of(configuration).forEach(line -> LOG.log(INFO, line));
            health.started();
        } catch (ConfigurationException e) {
            LOG.log(ERROR, e.getMessage());
            if (Boolean.getBoolean(HALT)) {
                halt(e.getMessage());
            }
            throw e;
        }
    }

    /** To the real standard error: the server has put its log in the place of {@code System.err}. */
    private static void halt(String sentence) {
        var stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        stderr.println("Parlance cannot start. " + sentence);
        stderr.flush();
        Runtime.getRuntime().halt(1);
    }
}
