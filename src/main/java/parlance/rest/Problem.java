package parlance.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param title the HTTP status in words
 * @param code stable, in capitals
 * @param detail what the caller could do better
 */
public record Problem(String title, int status, String code, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Status status, String code, String detail) {
        return new Problem(status.getReasonPhrase(), status.getStatusCode(), code, detail);
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
