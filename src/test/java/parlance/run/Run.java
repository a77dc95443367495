package parlance.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import parlance.support.BuiltServer;
import parlance.support.Ports;

/**
 * Starts PostgreSQL and {@code target/server}, prints the address, tokens and what to try, and ends with either of them,
 * with Ctrl-C or with a signal. Data is kept in {@code .parlance/}.
 */
public final class Run {

    private static final int MANAGEMENT = 9990;

    private final PrintStream out;
    private final Path home;
    private final int port;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Run(PrintStream out, Path home, int port) {
        this.out = out;
        this.home = home;
        this.port = port;
    }

    /** Runs in Maven's own JVM; the only argument is the project's directory. */
    public static void main(String... args) throws IOException {
        var out = System.out;
        try {
            var home = Files.createDirectories(Path.of(args[0]).resolve(".parlance"));
            var port = Integer.getInteger("jboss.http.port", 8080)
                    + Integer.getInteger("jboss.socket.binding.port-offset", 0);
            new Run(out, home, port).run();
        } catch (CannotRun e) {
            out.println();
            out.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        try (var only = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (only.tryLock() == null) {
                throw new CannotRun("Another mvn -Prun uses " + home + "; stop it first.");
            }
            if (Ports.taken(port)) {
                throw new CannotRun(
                        "Port " + port + " is taken; stop what listens there, or choose another port: mvn -Prun"
                                + " -Djboss.http.port=" + (port + 1));
            }
            var warden = Warden.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopping.set(true);
                warden.stopAll();
            }));
            runWatchedBy(warden);
        }
    }

    private void runWatchedBy(Warden warden) throws IOException {
        var began = Instant.now();
        say("Starting PostgreSQL, its data is in .parlance/postgres");
        var database = KeptPostgres.start(home.resolve("postgres"));
        warden.watch(database.process(), "INT");

        say("Starting WildFly with Parlance, its log is .parlance/server.log");
        var management = Ports.taken(MANAGEMENT) ? Ports.free() : MANAGEMENT;
        var place = new BuiltServer.Place(home, port, Ports.free(), management);
        var server = BuiltServer.launch(
                place, environment(database), "-Djboss.server.log.dir=" + home, "-Djboss.socket.binding.port-offset=0");
        server.processes().forEach(process -> warden.watch(process, "TERM"));

        try {
            server.awaitReady();
        } catch (IllegalStateException e) {
            throw new CannotRun(
                    server.errors().isBlank() ? e.getMessage() : server.errors().strip());
        }
        server.processes().forEach(process -> warden.watch(process, "TERM"));
        say("Ready after " + Duration.between(began, Instant.now()).toSeconds() + " s");
        new Welcome(server.address()).print(out, database.url(), management);
        var exitCode = server.exit().join();
        if (!stopping.get()) {
            throw new CannotRun("WildFly stopped with exit code " + exitCode + ", see .parlance/server.log");
        }
    }

    /** What differs from a server in production; whatever the caller's environment says goes first. */
    private Map<String, String> environment(KeptPostgres database) throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("PARLANCE_AUTH_HS256_SECRET", secret());
        environment.put("PARLANCE_DEV", "true");
        environment.put("PARLANCE_CORS_ALLOWED_ORIGINS", "http://localhost:*,null");
        environment.putAll(System.getenv());
        environment.put("PARLANCE_DB_URL", database.url());
        environment.put("PARLANCE_DB_USER", database.user());
        environment.put("PARLANCE_DB_PASSWORD", database.password());
        return environment;
    }

    /** Made at the first run and kept, so that tokens outlive a restart. */
    private String secret() throws IOException {
        var file = home.resolve("hs256-secret");
        if (Files.notExists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file);
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file);
    }

    private void say(String progress) {
        out.println("[parlance] " + progress);
    }
}
