package parlance.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.support.Deployments;

/** What each client relies on, packet by packet: the files of {@code src/test/resources/transcripts}. */
@ArquillianTest
class TranscriptIT {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_server_says_what_is_written(Path transcript) {
        Transcript.play(TRANSCRIPTS.resolve(transcript), Deployments.address());
    }

    static List<Path> transcripts() throws IOException {
        try (var files = Files.walk(TRANSCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(TRANSCRIPTS::relativize)
                    .sorted()
                    .toList();
        }
    }
}
