package parlance.support;

import java.io.File;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR the build made, for the {@code @Deployment} methods of container tests, and the server it is deployed to.
 */
public final class Deployments {

    /** The {@code parlance.auth.hs256-secret} of the server the WAR is deployed to. */
    public static final String SECRET = "a-secret-for-tests-of-at-least-32-bytes";

    private Deployments() {}

    /** The WAR, unchanged: for tests that are clients. */
    public static WebArchive parlance() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/parlance.war"));
    }

    /** The WAR with test classes and AssertJ added: for tests that run inside the server ({@code testable = true}). */
    public static WebArchive parlanceWith(Class<?>... tests) {
        return parlance().addClasses(tests).addAsLibrary(libraryOf(Assertions.class));
    }

    private static File libraryOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Where clients find it, e.g. {@code http://localhost:41234}. */
    public static URI address() {
        return URI.create(decided("address"));
    }

    /** The database behind it. */
    public static Postgres.Database database() {
        return new Postgres.Database(decided("db.url"), decided("db.user"), decided("db.password"));
    }

    private static String decided(String what) {
        var value = System.getProperty("parlance.test." + what);
        if (value == null) {
            throw new IllegalStateException("Container tests are run by mvn verify, see SharedServer");
        }
        return value;
    }
}
