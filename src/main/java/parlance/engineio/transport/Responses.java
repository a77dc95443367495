package parlance.engineio.transport;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import parlance.engineio.EngineError;

/** Writes answers without waiting for the client to read them. */
final class Responses {
    private static final System.Logger LOG = System.getLogger(Responses.class.getName());

    private Responses() {}

    /** The code and text of an error, with its status. */
    static void refuse(HttpServletResponse response, EngineError error) throws IOException {
        refuse(response, error.httpStatus(), error.json());
    }

    /** A body over the limit, in the form of the other errors. */
    static void tooLarge(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        refuse(
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "{\"code\":3,\"message\":\"Payload too large\"}");
    }

    private static void refuse(HttpServletResponse response, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Answers a waiting request with this text; runs one of the tasks when it is written, or cannot be. */
    static void write(AsyncContext context, String text, Runnable written, Runnable failed) {
        try {
            var body = text.getBytes(StandardCharsets.UTF_8);
            var response = (HttpServletResponse) context.getResponse();
            response.setContentType("text/plain; charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            var out = response.getOutputStream();
            out.setWriteListener(new Writer(context, out, body, written, failed));
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "a poll was gone before it was answered", e);
            failed.run();
        }
    }

    private static final class Writer implements WriteListener {
        private final AsyncContext context;
        private final ServletOutputStream out;
        private final byte[] body;
        private final Runnable written;
        private final Runnable failed;
        private boolean given;

        Writer(AsyncContext context, ServletOutputStream out, byte[] body, Runnable written, Runnable failed) {
            this.context = context;
            this.out = out;
            this.body = body;
            this.written = written;
            this.failed = failed;
        }

        @Override
        public void onWritePossible() throws IOException {
            if (!given && out.isReady()) {
                given = true;
                out.write(body);
            }
            if (out.isReady()) {
                written.run();
                context.complete();
            }
        }

        @Override
        public void onError(Throwable problem) {
            LOG.log(System.Logger.Level.DEBUG, "a poll was not answered", problem);
            failed.run();
            context.complete();
        }
    }
}
