package parlance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs scripts of {@code src/test/clients} with Node; the build has installed what {@code package-lock.json} names. */
public final class NodeClients {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private NodeClients() {}

    /**
     * How a script ended.
     *
     * @param output what it wrote to standard output and standard error, in order
     */
    public record Result(int exitCode, String output) {}

    /**
     * Runs a script to its end.
     *
     * @param script file name, e.g. {@code hello.mjs}
     * @throws IllegalStateException when it takes longer than two minutes
     */
    public static Result run(String script, String... arguments) {
        var builder =
                new ProcessBuilder("node", Path.of("src/test/clients", script).toString());
        builder.command().addAll(List.of(arguments));
        try {
            var node = builder.redirectErrorStream(true).start();
            node.getOutputStream().close();
            var output = CompletableFuture.supplyAsync(() -> read(node));
            if (!node.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                node.destroyForcibly();
                throw new IllegalStateException(script + " still runs after " + LIMIT + ": " + output.join());
            }
            return new Result(node.exitValue(), output.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Process node) {
        try {
            return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
