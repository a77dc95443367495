package parlance.chat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Users coming and going. Who is online now is known to those who hold the connections, not here. */
@Stateless
public class PresenceService {
    @Inject
    Users users;

    @Inject
    ChatSettings settings;

    @Inject
    Clock clock;

    @Inject
    Event<ChatEvent> events;

    /** The user's first connection is there. */
    public void online(UserId user) {
        events.fire(new ChatEvent.PresenceChanged(user, true, Optional.empty(), audience(user)));
    }

    /** The user's last connection is gone. */
    public void offline(UserId user) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        users.lock(user).ifPresent(known -> known.left(now));
        events.fire(new ChatEvent.PresenceChanged(user, false, Optional.of(now), audience(user)));
    }

    /** What the asker may know of the presence of any user, existing or not. */
    public PresenceView status(UserId asker, UserId whom) {
        boolean visible = everyone() || asker.equals(whom) || users.acquainted(asker, whom);
        return visible
                ? new PresenceView(true, users.find(whom).flatMap(User::lastSeen))
                : new PresenceView(false, Optional.empty());
    }

    private Audience audience(UserId user) {
        return everyone() ? new Audience.Everyone() : new Audience.Contacts(Set.copyOf(users.contacts(user)));
    }

    private boolean everyone() {
        return settings.presence() == ChatSettings.PresenceScope.EVERYONE;
    }
}
