package parlance.support;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code target/server}, started by its {@code bin/standalone.sh} as an administrator would, but with files and ports of
 * its own: many can run at once, and what {@code target/server} itself holds is not touched.
 *
 * <p>One thread at a time.
 */
public final class BuiltServer implements AutoCloseable {

    private static final Path HOME = Path.of("target/server").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Place place;
    private final Process script;

    private BuiltServer(Place place, Process script) {
        this.place = place;
        this.script = script;
    }

    /**
     * Where a server keeps its files and which ports it takes; a second server at the same place finds the first one's.
     *
     * @param directory its files: {@code base}, {@code out.log}, {@code err.log}
     */
    public record Place(Path directory, int httpPort, int httpsPort, int managementPort) {

        /** A new directory under {@code target/servers} and free ports. */
        public static Place fresh() {
            try {
                var servers = Files.createDirectories(Path.of("target/servers"));
                var directory = Files.createTempDirectory(servers, "server").toAbsolutePath();
                return new Place(directory, Ports.free(), Ports.free(), Ports.free());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Path base() {
            return directory.resolve("base");
        }

        /** Puts the built server's configuration there. */
        void furnish() throws IOException {
            var configuration = HOME.resolve("standalone/configuration");
            var target = Files.createDirectories(base().resolve("configuration"));
            try (var files = Files.list(configuration)) {
                for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Files.copy(file, target.resolve(file.getFileName()), REPLACE_EXISTING, COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Starts it and waits until it is ready. */
    public static BuiltServer start(Map<String, String> environment) {
        return start(Place.fresh(), environment);
    }

    /** Starts it at that place and waits until it is ready. */
    public static BuiltServer start(Place place, Map<String, String> environment) {
        var server = launch(place, environment);
        try {
            server.awaitReady();
            return server;
        } catch (RuntimeException e) {
            server.kill9();
            throw e;
        }
    }

    /**
     * Starts it without waiting for anything.
     *
     * @param environment variables besides those of this process, whose own {@code PARLANCE_…} are left out
     * @param arguments of standalone.sh
     */
    public static BuiltServer launch(Place place, Map<String, String> environment, String... arguments) {
        try {
            place.furnish();
            var deployments = Files.createDirectories(place.base().resolve("deployments"));
            Files.copy(
                    HOME.resolve("standalone/deployments/parlance.war"),
                    deployments.resolve("parlance.war"),
                    REPLACE_EXISTING,
                    COPY_ATTRIBUTES);
            Files.deleteIfExists(deployments.resolve("parlance.war.failed"));
            var builder = new ProcessBuilder(
                    HOME.resolve("bin/standalone.sh").toString(),
                    "-Djboss.server.base.dir=" + place.base(),
                    "-Djboss.http.port=" + place.httpPort(),
                    "-Djboss.https.port=" + place.httpsPort(),
                    "-Djboss.management.http.port=" + place.managementPort());
            builder.command().addAll(List.of(arguments));
            builder.environment().keySet().removeIf(name -> name.startsWith("PARLANCE_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            builder.redirectOutput(place.directory().resolve("out.log").toFile());
            builder.redirectError(place.directory().resolve("err.log").toFile());
            return new BuiltServer(place, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients find it, e.g. {@code http://localhost:41234}. */
    public URI address() {
        return URI.create("http://localhost:" + place.httpPort());
    }

    /** Where it runs; give it to {@link #start(Place, Map)} to start it again. */
    public Place place() {
        return place;
    }

    /** Waits until {@code /ops/health/ready} says yes. */
    public void awaitReady() {
        var deadline = Instant.now().plus(START);
        while (!ready()) {
            if (!script.isAlive()) {
                throw new IllegalStateException("The server stopped with " + script.exitValue() + ": " + errors());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "The server is not ready after " + START + ", see " + place.directory());
            }
            pause();
        }
    }

    /** Its exit code, once it has ended. */
    public CompletableFuture<Integer> exit() {
        return script.onExit().thenApply(Process::exitValue);
    }

    /** Waits until it ends by itself, and tells its exit code. */
    public int awaitExit() {
        return exit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Stops it as {@code kill} does, and waits until nothing of it is left. */
    public void stop() {
        script.destroy();
        try {
            if (!script.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill9();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Ends it as {@code kill -9} of the JVM does: it gets no chance to say or store anything. */
    public void kill9() {
        var all = script.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
        all.forEach(process -> process.onExit().join());
        script.onExit().join();
    }

    /** The processes it consists of, the JVM last. */
    public Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(script.toHandle()), script.descendants());
    }

    public boolean running() {
        return script.isAlive();
    }

    /** Everything it wrote to its standard output since it was last started at this place. */
    public String log() {
        return read("out.log");
    }

    /** Everything it wrote to its standard error since it was last started at this place. */
    public String errors() {
        return read("err.log");
    }

    @Override
    public void close() {
        if (running()) {
            stop();
        }
    }

    private String read(String file) {
        try {
            return Files.readString(place.directory().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready() {
        var request = HttpRequest.newBuilder(address().resolve("/ops/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
