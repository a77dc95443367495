package parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import parlance.support.Deployments;

@ArquillianTest
class DeploymentIT {

    @Deployment(testable = false)
    static WebArchive parlance() {
        return Deployments.parlance();
    }

    @Test
    void the_deployed_war_says_that_it_is_ready() throws IOException, InterruptedException {
        var ready = HttpRequest.newBuilder(Deployments.address().resolve("/ops/health/ready"))
                .build();

        var answer = HttpClient.newHttpClient().send(ready, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
