package parlance.engineio.transport;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Notices that the container gave a request up, because its client is gone. */
record Abort(Runnable aborted) implements AsyncListener {
    /** For containers that make a component of every listener they see, and never use it. */
    public Abort() {
        this(() -> {});
    }

    @Override
    public void onError(AsyncEvent event) {
        aborted.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        aborted.run();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        aborted.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
