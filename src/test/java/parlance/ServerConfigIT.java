package parlance;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** {@code server-config/wildfly} on a WildFly as it comes, not the one the build has configured. */
class ServerConfigIT {

    @TempDir(factory = BesideTheServer.class)
    Path directory;

    @Test
    void the_scripts_configure_a_fresh_WildFly_and_change_nothing_when_run_again() throws Exception {
        var wildfly = freshWildFly();

        install(wildfly);
        var once = configuration(wildfly);
        assertThat(once.get("standalone.xml"))
                .contains("java:jboss/datasources/ParlanceDS", "PARLANCE_DB_URL", "core-threads=\"16\"");
        assertThat(wildfly.resolve("modules/org/postgresql/main/postgresql.jar"))
                .isNotEmptyFile();

        install(wildfly);
        assertThat(configuration(wildfly)).isEqualTo(once);
    }

    @Test
    void what_an_administrator_chose_stays() throws Exception {
        var wildfly = freshWildFly();
        install(wildfly);
        var file = wildfly.resolve("standalone/configuration/standalone.xml");
        var chosen = Files.readString(file)
                .replace("core-threads=\"16\"", "core-threads=\"64\"")
                .replace("<max-pool-size>20<", "<max-pool-size>80<");
        Files.writeString(file, chosen);

        install(wildfly);

        assertThat(configuration(wildfly).get("standalone.xml")).isEqualTo(chosen);
    }

    private Path freshWildFly() throws IOException {
        Path unpacked;
        try (var found = Files.list(Path.of("target/wildfly"))) {
            unpacked = found.findFirst().orElseThrow();
        }
        var copy = directory.resolve("wildfly");
        try (var files = Files.walk(unpacked)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = copy.resolve(unpacked.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (unpacked.relativize(file).startsWith("modules")) {
                    Files.createLink(target, file);
                } else {
                    Files.copy(file, target, COPY_ATTRIBUTES);
                }
            }
        }
        return copy;
    }

    private static void install(Path wildfly) throws Exception {
        Path driver;
        try (var found = Files.list(Path.of("target/driver"))) {
            driver = found.findFirst().orElseThrow();
        }
        var script = new ProcessBuilder("server-config/wildfly/install.sh", wildfly.toString(), driver.toString());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var log = wildfly.resolve("install.log");
        var install =
                script.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        assertThat(install.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(install.exitValue()).as(Files.readString(log)).isZero();
    }

    private static SortedMap<String, String> configuration(Path wildfly) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(wildfly.resolve("standalone/configuration"))) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** Hard links do not cross file systems, and the temporary directory may lie on another one. */
    static final class BesideTheServer implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "wildfly");
        }
    }
}
