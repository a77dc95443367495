package parlance.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A small shell that outlives this JVM by a moment: when its standard input ends, which it does however we end, it stops
 * the processes it was told of, the latest first. Signals of the terminal do not touch it.
 */
final class Warden {

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            watched=
            while read -r signal pid; do watched="$signal:$pid $watched"; done
            for each in $watched; do
                pid=${each#*:}
                kill -s "${each%:*}" "$pid" 2>/dev/null || continue
                left=100
                while [ "$left" -gt 0 ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; left=$((left - 1)); done
                kill -KILL "$pid" 2>/dev/null
            done
            """;

    private final Process shell;
    private final PrintStream told;

    private Warden(Process shell) {
        this.shell = shell;
        this.told = new PrintStream(shell.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    static Warden start() throws IOException {
        return new Warden(new ProcessBuilder("sh", "-c", SCRIPT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /**
     * Has the process stopped at the end.
     *
     * @param signal what stops it in an orderly way, e.g. {@code TERM}; after 10 s it is killed
     */
    void watch(ProcessHandle process, String signal) {
        told.println(signal + " " + process.pid());
    }

    /** Has everything stopped, and waits for it. */
    void stopAll() {
        told.close();
        shell.onExit().join();
    }
}
