package parlance.interpreter;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parlance.chat.UserId;

/**
 * Counts each user's sockets on this node and announces when the first has come and the last is gone. Announcements
 * about one user are made one after the other, the last one being the truth. Thread-safe; nothing is announced while
 * the lock is held.
 */
final class Attendance {
    private static final System.Logger LOG = System.getLogger(Attendance.class.getName());

    /** How long an announcement waits that failed, e.g. because the database is away. */
    static final Duration RETRY = Duration.ofSeconds(5);

    private final Consumer<UserId> online;
    private final Consumer<UserId> offline;
    private final Duration grace;
    private final Later later;
    private final Map<UserId, Attendee> attendees = new HashMap<>();

    /** @param grace how long somebody whose transport was lost counts as there */
    Attendance(Consumer<UserId> online, Consumer<UserId> offline, Duration grace, Later later) {
        this.online = online;
        this.offline = offline;
        this.grace = grace;
        this.later = later;
    }

    void arrived(UserId user) {
        synchronized (this) {
            var attendee = attendees.computeIfAbsent(user, u -> new Attendee());
            attendee.sockets++;
            attendee.lingering = Optional.empty();
        }
        announce(user);
    }

    /** A socket was closed on purpose; another one that was lost may still come back. */
    void left(UserId user) {
        synchronized (this) {
            attendees.get(user).sockets--;
        }
        announce(user);
    }

    /** A socket's transport was lost; the client may well be back in a moment. */
    void lost(UserId user) {
        var absence = new Object();
        synchronized (this) {
            var attendee = attendees.get(user);
            attendee.sockets--;
            attendee.lingering = Optional.of(absence);
        }
        later.after(grace, () -> givenUp(user, absence));
    }

    synchronized boolean here(UserId user) {
        return attendees.getOrDefault(user, new Attendee()).here();
    }

    /** How many users are there, or were a moment ago. */
    synchronized int size() {
        return attendees.size();
    }

    private void givenUp(UserId user, Object absence) {
        synchronized (this) {
            Optional.ofNullable(attendees.get(user))
                    .filter(attendee ->
                            attendee.lingering.filter(l -> l == absence).isPresent())
                    .ifPresent(attendee -> attendee.lingering = Optional.empty());
        }
        announce(user);
    }

    private void announce(UserId user) {
        for (var news = news(user); news.isPresent(); news = news(user)) {
            try {
                news.get().accept(user);
            } catch (RuntimeException e) {
                LOG.log(ERROR, () -> "Presence of " + user.text() + " is not stored, and will be tried again", e);
                unannounced(user);
                later.after(RETRY, () -> tryAgain(user));
                return;
            }
            announced(user);
        }
    }

    private void tryAgain(UserId user) {
        announced(user);
        announce(user);
    }

    /** The truth as it is now, unless it is being announced or was. */
    private synchronized Optional<Consumer<UserId>> news(UserId user) {
        var attendee = attendees.getOrDefault(user, new Attendee());
        if (attendee.announcing || attendee.here() == attendee.announced) {
            return Optional.empty();
        }
        attendee.announcing = true;
        attendee.announced = attendee.here();
        return Optional.of(attendee.announced ? online : offline);
    }

    private synchronized void announced(UserId user) {
        var attendee = attendees.get(user);
        attendee.announcing = false;
        if (!attendee.here() && !attendee.announced) {
            attendees.remove(user);
        }
    }

    /** What was to be announced was not; until it is tried again, nothing else is. */
    private synchronized void unannounced(UserId user) {
        var attendee = attendees.get(user);
        attendee.announced = !attendee.announced;
    }

    private static final class Attendee {
        private int sockets;
        private Optional<Object> lingering = Optional.empty();
        private boolean announced;
        private boolean announcing;

        boolean here() {
            return sockets > 0 || lingering.isPresent();
        }
    }
}
