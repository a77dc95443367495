package parlance.run;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import parlance.json.JsonText;

/** What is printed once Parlance runs: where it is, who can log in, what to try. */
final class Welcome {

    private final URI address;

    Welcome(URI address) {
        this.address = address;
    }

    void print(PrintStream out, String databaseUrl, int managementPort) throws IOException {
        out.printf("""

                Parlance runs at %1$s        (Ctrl-C stops it)

                  PostgreSQL  %2$s
                  WildFly     http://localhost:%3$d   (management)
                  log         .parlance/server.log

                Two users' tokens, for auth.token of any socket.io-client and for Authorization: Bearer
                  ada  %4$s
                  bob  %5$s

                Try
                  node src/test/clients/hello.mjs %1$s
                      ada speaks horse-trust, bob speaks jobspare, and they talk to each other
                  curl -H "Authorization: Bearer <ada's token>" %1$s/api/v1/conversations
                      what ada has been told

                """, address, databaseUrl, managementPort, token("ada", "Ada"), token("bob", "Bob"));
        out.flush();
    }

    private String token(String userId, String name) throws IOException {
        var user = JsonText.object(o -> o.add("userId", userId).add("name", name));
        var request = HttpRequest.newBuilder(address.resolve("/api/v1/dev/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonText.write(user)))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new CannotRun(
                        "No token for " + userId + ": " + request.uri() + " answered " + answer.statusCode());
            }
            return ((JsonObject) JsonText.parse(answer.body())).getString("token");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted");
        }
    }
}
