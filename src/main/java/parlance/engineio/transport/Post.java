package parlance.engineio.transport;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import parlance.engineio.CloseReason;
import parlance.engineio.EngineError;

/**
 * Reads the body of one POST as it comes, up to a limit and a time, and answers {@code ok} when it was taken. A body that was
 * not read to its end ends the session, because nobody knows what of it is missing.
 */
final class Post implements ReadListener {
    private static final System.Logger LOG = System.getLogger(Post.class.getName());

    private static final int BLOCK = 8192;
    private static final byte[] OK = {'o', 'k'};

    private final AsyncContext context;
    private final int limit;
    private final PollingTransport transport;
    private final Predicate<byte[]> taken;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean tooLarge;

    /** @param context whose timeout is the time that the client has */
    Post(AsyncContext context, int limit, PollingTransport transport, Predicate<byte[]> taken) {
        this.context = context;
        this.limit = limit;
        this.transport = transport;
        this.taken = taken;
    }

    void start() throws IOException {
        context.addListener(new Abort(this::abort));
        context.getRequest().getInputStream().setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        ServletInputStream in = context.getRequest().getInputStream();
        var block = new byte[BLOCK];
        while (!tooLarge && in.isReady()) {
            int read = in.read(block);
            if (read < 0) {
                return;
            }
            body.write(block, 0, read);
            tooLarge = body.size() > limit;
        }
        if (tooLarge) {
            finish();
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (!tooLarge) {
            finish();
        }
    }

    @Override
    public void onError(Throwable problem) {
        LOG.log(System.Logger.Level.DEBUG, "a POST was not read to its end", problem);
        abort();
    }

    private void abort() {
        if (over.compareAndSet(false, true)) {
            transport.posted();
            transport.closed(CloseReason.TRANSPORT_ERROR);
            context.complete();
        }
    }

    private void finish() throws IOException {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        var response = (HttpServletResponse) context.getResponse();
        boolean ok = !tooLarge && taken.test(body.toByteArray());
        transport.posted();
        if (tooLarge) {
            Responses.tooLarge(response);
        } else if (ok) {
            response.setContentType("text/html");
            response.setContentLength(OK.length);
            response.getOutputStream().write(OK);
        } else {
            Responses.refuse(response, EngineError.BAD_REQUEST);
        }
        context.complete();
    }
}
