package parlance.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import parlance.json.JsonText;

/** {@code GET} and {@code HEAD} of the three probes: 200 when up, 503 when down, and which check says so. */
@WebServlet(urlPatterns = {HealthServlet.LIVE, HealthServlet.STARTED, HealthServlet.READY})
public class HealthServlet extends HttpServlet {
    static final String LIVE = "/ops/health/live";
    static final String STARTED = "/ops/health/started";
    static final String READY = "/ops/health/ready";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Health health;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var checks = checks(request.getServletPath());
        var body = JsonText.write(Check.report(checks)).getBytes(UTF_8);
        response.setStatus(
                Check.allUp(checks) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }

    private List<Check> checks(String path) {
        if (path.equals(LIVE)) {
            return health.live();
        }
        return path.equals(STARTED) ? health.start() : health.ready();
    }
}
