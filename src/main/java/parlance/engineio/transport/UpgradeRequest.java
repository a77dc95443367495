package parlance.engineio.transport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request for a WebSocket whose session will have the entry as its principal. */
final class UpgradeRequest extends HttpServletRequestWrapper {
    private final Entry entry;

    UpgradeRequest(HttpServletRequest request, Entry entry) {
        super(request);
        this.entry = entry;
    }

    @Override
    public Principal getUserPrincipal() {
        return entry;
    }
}
