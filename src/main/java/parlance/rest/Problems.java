package parlance.rest;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static java.lang.System.Logger.Level.ERROR;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import parlance.chat.ChatException;

/** The one place where exceptions become answers. What is our bug is logged here, and the caller learns nothing of it. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof ChatException e) {
            return Problem.of(status(e), e.code(), e.getMessage()).response().build();
        }
        if (thrown instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
            return problem(e.getResponse());
        }
        LOG.log(ERROR, "A REST request failed", thrown);
        return Problem.of(INTERNAL_SERVER_ERROR, "INTERNAL", "Something went wrong on our side")
                .response()
                .build();
    }

    private static Status status(ChatException e) {
        if (e instanceof ChatException.Invalid) {
            return BAD_REQUEST;
        }
        return e instanceof ChatException.Conflict ? CONFLICT : NOT_FOUND;
    }

    /** What the container refused before it came to us, in our form. */
    private static Response problem(Response refusal) {
        var info = refusal.getStatusInfo();
        var code = info.getReasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        var response =
                new Problem(info.getReasonPhrase(), refusal.getStatus(), code, info.getReasonPhrase()).response();
        Optional.ofNullable(refusal.getHeaderString(HttpHeaders.ALLOW))
                .ifPresent(methods -> response.header(HttpHeaders.ALLOW, methods));
        return response.build();
    }
}
