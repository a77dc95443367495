package parlance.engineio.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import parlance.engineio.Admission;
import parlance.engineio.Engine;
import parlance.engineio.EngineError;
import parlance.engineio.ProtocolException;

/**
 * Stands before both transports, because only here a WebSocket can still be refused with a status and a reason. Answers
 * CORS preflights, turns strangers' origins away with 403, and lets in what the engine admits. Thread-safe.
 */
final class EngineFilter extends HttpFilter {
    /** The request attribute under which the servlet finds its {@link Entry}. */
    static final String ENTRY = Entry.class.getName();

    private static final long serialVersionUID = 1;
    private static final String PREFLIGHT_SECONDS = "600";

    private final transient Engine engine;
    private final transient AllowedOrigins origins;

    EngineFilter(Engine engine, AllowedOrigins origins) {
        this.engine = engine;
        this.origins = origins;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = Optional.ofNullable(request.getHeader("Origin"));
        if (origin.isPresent() && !allowed(origin.get(), request)) {
            Responses.refuse(response, EngineError.FORBIDDEN);
            return;
        }
        origin.ifPresent(from -> allow(from, response));
        if (request.getMethod().equals("OPTIONS")) {
            preflight(request, response);
        } else {
            enter(request, response, chain);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Entry entry;
        try {
            entry = Entry.of(request, engine);
        } catch (ProtocolException e) {
            Responses.refuse(response, EngineError.BAD_REQUEST);
            return;
        }
        if (entry.admission() instanceof Admission.Refused refused) {
            Responses.refuse(response, refused.error());
            return;
        }
        request.setAttribute(ENTRY, entry);
        chain.doFilter(entry.upgrade() ? new UpgradeRequest(request, entry) : request, response);
    }

    private boolean allowed(String origin, HttpServletRequest request) {
        return origins.allows(
                origin, Optional.ofNullable(request.getHeader("Host")).orElse(""));
    }

    private static void allow(String origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.addHeader("Vary", "Origin");
    }

    private static void preflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", "GET,POST");
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        Optional.ofNullable(request.getHeader("Access-Control-Request-Headers"))
                .ifPresent(headers -> response.setHeader("Access-Control-Allow-Headers", headers));
    }
}
