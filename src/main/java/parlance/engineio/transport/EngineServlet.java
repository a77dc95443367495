package parlance.engineio.transport;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parlance.engineio.Admission;
import parlance.engineio.CloseReason;
import parlance.engineio.Engine;
import parlance.engineio.EngineError;
import parlance.engineio.Packet;
import parlance.engineio.Payload;
import parlance.engineio.ProtocolException;

/** Long-polling. Every request has passed the {@link EngineFilter}. Thread-safe. */
final class EngineServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Engine engine;

    EngineServlet(Engine engine) {
        this.engine = engine;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var entry = (Entry) request.getAttribute(EngineFilter.ENTRY);
        if (entry.admission() instanceof Admission.Opens) {
            open(request, entry);
        } else if (entry.admission() instanceof Admission.Continues continues
                && continues.session().transport() instanceof PollingTransport polling) {
            resume(request, response, polling);
        } else {
            Responses.refuse(response, EngineError.BAD_REQUEST);
        }
    }

    private void open(HttpServletRequest request, Entry entry) {
        var polling = new PollingTransport();
        polling.startPoll();
        polling.poll(wait(request));
        var session = engine.open(entry.handshake(), polling);
        polling.reportTo(session);
        session.ready();
    }

    private void resume(HttpServletRequest request, HttpServletResponse response, PollingTransport polling)
            throws IOException {
        switch (request.getMethod()) {
            case "GET" -> poll(request, response, polling);
            case "POST" -> post(request, response, polling);
            default -> Responses.refuse(response, EngineError.BAD_REQUEST);
        }
    }

    private static void poll(HttpServletRequest request, HttpServletResponse response, PollingTransport polling)
            throws IOException {
        if (polling.startPoll()) {
            polling.poll(wait(request));
        } else {
            polling.closed(CloseReason.TRANSPORT_ERROR);
            Responses.refuse(response, EngineError.BAD_REQUEST);
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response, PollingTransport polling)
            throws IOException {
        int limit = engine.settings().maxPayload();
        if (request.getContentLengthLong() > limit) {
            Responses.tooLarge(response);
        } else if (polling.startPost()) {
            var context = request.startAsync();
            context.setTimeout(engine.settings().patience().toMillis());
            new Post(context, limit, polling, body -> read(body, polling)).start();
        } else {
            polling.closed(CloseReason.TRANSPORT_ERROR);
            Responses.refuse(response, EngineError.BAD_REQUEST);
        }
    }

    /** Whether the body was a payload; a session is not left open after one that was none. */
    private boolean read(byte[] body, PollingTransport polling) {
        List<Packet> packets;
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            packets = Payload.decode(text.toString(), engine.settings().maxPacketsPerPayload());
        } catch (CharacterCodingException | ProtocolException e) {
            polling.closed(CloseReason.PARSE_ERROR);
            return false;
        }
        polling.received(packets);
        return true;
    }

    private static AsyncContext wait(HttpServletRequest request) {
        var context = request.startAsync();
        context.setTimeout(0);
        return context;
    }
}
