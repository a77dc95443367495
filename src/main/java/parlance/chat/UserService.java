package parlance.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knowing users. */
@Stateless
public class UserService {
    @Inject
    Users users;

    /** Stores or refreshes what the identity provider says about a user. */
    public void met(UserProfile profile) {
        users.met(profile);
    }

    public Optional<UserView> find(UserId id) {
        return users.find(id).map(User::view);
    }
}
