package parlance.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody may know of a user's presence.
 *
 * @param visible false when nothing: then the user looks offline and never seen, like one who does not exist
 * @param lastSeen when the user last went offline; empty when never, or not visible
 */
public record PresenceView(boolean visible, Optional<Instant> lastSeen) {}
