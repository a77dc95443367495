package parlance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Decides, before the first container test, how the WildFly that Arquillian starts for all of them is run: with the
 * program and the configuration of {@code target/server}, files and ports of its own, and a database of its own.
 * {@code arquillian.xml} reads what is decided here.
 */
public final class SharedServer implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("parlance.containers")) {
            prepare();
        }
    }

    private static void prepare() {
        var place = BuiltServer.Place.fresh();
        try {
            place.furnish();
            Files.createDirectories(place.base().resolve("deployments"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var database = Postgres.freshDatabase();
        var options = new LinkedHashMap<String, String>();
        options.put("jboss.http.port", Integer.toString(place.httpPort()));
        options.put("jboss.https.port", Integer.toString(place.httpsPort()));
        options.put("jboss.management.http.port", Integer.toString(place.managementPort()));
        options.put("parlance.db.url", database.url());
        options.put("parlance.db.user", database.user());
        options.put("parlance.db.password", database.password());
        options.put("parlance.auth.hs256-secret", Deployments.SECRET);
        options.put("parlance.dev", "true");
        var arguments = new StringBuilder();
        options.forEach((name, value) -> arguments.append(" -D%s=%s".formatted(name, value)));

        System.setProperty(
                "parlance.test.home", Path.of("target/server").toAbsolutePath().toString());
        System.setProperty("parlance.test.base", place.base().toString());
        System.setProperty("parlance.test.options", arguments.toString().strip());
        System.setProperty("parlance.test.management-port", Integer.toString(place.managementPort()));
        System.setProperty("parlance.test.address", "http://localhost:" + place.httpPort());
        System.setProperty("parlance.test.db.url", database.url());
        System.setProperty("parlance.test.db.user", database.user());
        System.setProperty("parlance.test.db.password", database.password());
    }
}
