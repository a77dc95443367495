package parlance.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import parlance.json.JsonText;

/** REST calls of one user. */
public record Rest(URI server, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static Rest of(URI server, String userId) {
        return new Rest(server, Tokens.of(userId));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, JsonValue body) {
        return send(request(path).POST(BodyPublishers.ofString(JsonText.write(body))));
    }

    /** Any other request, sent as it is. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of an answer that is a JSON object and has this status. */
    public static JsonObject object(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonText.parse(answer.body()).asJsonObject();
    }

    /** The body of a refusal in the form of RFC 9457, with this status and exactly the members we promise. */
    public static JsonObject problem(HttpResponse<String> answer, int status) {
        var problem = object(answer, status);
        assertThat(problem.keySet()).containsExactlyInAnyOrder("title", "status", "code", "detail");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return problem;
    }

    /** The beginning of a request for a path under {@code /api/v1}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
