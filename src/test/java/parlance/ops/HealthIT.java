package parlance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.support.BuiltServer;
import parlance.support.Deployments;
import parlance.support.Ports;

/** A server whose database comes and goes, so that neither is shared. */
class HealthIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String READY = """
            {"status":"UP","checks":[{"name":"migrations","status":"UP"},{"name":"database","status":"UP"}]}""";
    private static final String NOT_READY = """
            {"status":"DOWN","checks":[{"name":"migrations","status":"UP"},{"name":"database","status":"DOWN"}]}""";
    private static final String LIVE = """
            {"status":"UP","checks":[{"name":"server","status":"UP"}]}""";
    private static final String STARTED = """
            {"status":"UP","checks":[{"name":"start","status":"UP"}]}""";

    @TempDir
    Path data;

    private final int port = Ports.free();

    @Test
    void a_server_is_ready_while_its_database_answers_and_alive_without_it() throws Exception {
        var database = database();
        try (var server = BuiltServer.start(environment())) {
            var address = server.address().resolve("/ops/health/");
            assertAnswer(get(address, "live"), 200, LIVE);
            assertAnswer(get(address, "started"), 200, STARTED);
            assertAnswer(get(address, "ready"), 200, READY);
            assertThatOnlyGetAndHeadAreAnswered(address);

            database.close();
            assertAnswer(eventually(address, 503), 503, NOT_READY);
            assertAnswer(get(address, "live"), 200, LIVE);
            assertAnswer(get(address, "started"), 200, STARTED);

            database = database();
            assertAnswer(eventually(address, 200), 200, READY);
        } finally {
            database.close();
        }
    }

    private static void assertThatOnlyGetAndHeadAreAnswered(URI address) throws Exception {
        for (var probe : new String[] {"live", "started", "ready"}) {
            var head = send(address, probe, "HEAD");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (var method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
                var refused = send(address, probe, method);
                assertThat(refused.statusCode()).isEqualTo(405);
                assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
            }
        }
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static HttpResponse<String> eventually(URI address, int status) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        var answer = get(address, "ready");
        while (answer.statusCode() != status && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(100);
            answer = get(address, "ready");
        }
        return answer;
    }

    private static HttpResponse<String> get(URI address, String probe) throws Exception {
        return send(address, probe, "GET");
    }

    private static HttpResponse<String> send(URI address, String probe, String method) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(probe))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private Map<String, String> environment() {
        return Map.of(
                "PARLANCE_DB_URL",
                "jdbc:postgresql://localhost:" + port + "/postgres",
                "PARLANCE_DB_USER",
                "postgres",
                "PARLANCE_DB_PASSWORD",
                "postgres",
                "PARLANCE_AUTH_HS256_SECRET",
                Deployments.SECRET);
    }
}
