package parlance.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import parlance.chat.UserId;

/** Tokens for trying Parlance; not there in production. */
@Path("dev/tokens")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DevTokenResource {
    /** A token for whom it was asked. */
    public record Token(String token) {}

    @Inject
    RestSettings settings;

    @POST
    @PermitAll
    public Token create(Body body) {
        var signer = settings.devTokens().orElseThrow(NotFoundException::new);
        return new Token(
                signer.sign(UserId.of(body.required("userId")), body.text("name"), Set.copyOf(body.texts("roles"))));
    }
}
