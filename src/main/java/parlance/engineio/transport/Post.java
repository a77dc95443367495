package parlance.engineio.transport;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Predicate;
import parlance.engineio.EngineError;

/** Reads the body of one POST as it comes, up to a limit, and answers {@code ok} when it was taken. */
final class Post implements ReadListener {
    private static final System.Logger LOG = System.getLogger(Post.class.getName());

    private static final int BLOCK = 8192;
    private static final byte[] OK = {'o', 'k'};

    private final AsyncContext context;
    private final int limit;
    private final Predicate<byte[]> taken;
    private final Runnable done;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean tooLarge;

    Post(AsyncContext context, int limit, Predicate<byte[]> taken, Runnable done) {
        this.context = context;
        this.limit = limit;
        this.taken = taken;
        this.done = done;
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
        done.run();
        context.complete();
    }

    private void finish() throws IOException {
        var response = (HttpServletResponse) context.getResponse();
        boolean ok = !tooLarge && taken.test(body.toByteArray());
        done.run();
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
