package parlance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.support.Deployments;
import parlance.support.NodeClients;

/** The scripts of {@code src/test/clients}, over each transport, with the newest client and the one the gist names. */
@ArquillianTest
class NodeClientIT {
    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @ParameterizedTest(name = "{0}, {1}, socket.io-client {2}")
    @CsvSource({
        "jobspare, default, 4.8",
        "jobspare, polling, 4.8",
        "jobspare, websocket, 4.8",
        "jobspare, default, 4.7",
        "horse-trust, default, 4.8",
        "horse-trust, polling, 4.8",
        "horse-trust, websocket, 4.8",
        "horse-trust, default, 4.7",
        "together, default, 4.8",
        "together, polling, 4.8",
        "together, websocket, 4.8",
        "order, default, 4.8",
        "order, polling, 4.8",
        "order, websocket, 4.8"
    })
    void the_official_client_finds_what_its_document_promises(String script, String transport, String version) {
        passes(script, Deployments.address().toString(), Deployments.SECRET, transport, version);
    }

    @Test
    void engine_io_is_spoken_as_specified() {
        passes("engineio", Deployments.address().toString());
    }

    @Test
    void the_browser_client_is_served_beside_it() {
        passes("bundle", Deployments.address().toString());
    }

    @Test
    void hostile_clients_disturb_nobody_else() {
        passes("hostile", Deployments.address().toString(), Deployments.SECRET);
    }

    private static void passes(String script, String... arguments) {
        var result = NodeClients.run(script + ".mjs", arguments);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).containsPattern("# pass [1-9]").contains("# fail 0", "# skipped 0");
    }
}
