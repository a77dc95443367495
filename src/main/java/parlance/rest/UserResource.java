package parlance.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import parlance.chat.UserService;
import parlance.chat.UserView;

/** The caller. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    /** {@code {id, name, avatar?}}. */
    public record User(String id, String name, Optional<String> avatar) {
        static User of(UserView user) {
            return new User(user.id().text(), user.name(), user.avatar());
        }
    }

    @Inject
    UserService users;

    @GET
    public User me(@Context SecurityContext security) {
        return users.find(TokenContext.caller(security)).map(User::of).orElseThrow(NotFoundException::new);
    }
}
