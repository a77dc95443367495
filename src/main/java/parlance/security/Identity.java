package parlance.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import parlance.chat.UserId;
import parlance.chat.UserProfile;

/**
 * Who a token speaks for.
 *
 * @param roles the roles the token names, as it spells them
 * @param expiresAt from when on the token is refused, the clock skew being over; empty when it never is
 */
public record Identity(UserProfile profile, Set<String> roles, Optional<Instant> expiresAt) {
    public Identity {
        roles = Set.copyOf(roles);
    }

    public UserId user() {
        return profile.id();
    }
}
