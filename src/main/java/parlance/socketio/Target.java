package parlance.socketio;

import java.util.HashSet;
import java.util.Set;

/**
 * Whom a broadcast is for: every socket in at least one of the rooms, or everybody when none is named, but nobody who is in one
 * of the excepted rooms. Each socket once. Immutable.
 *
 * @param ifWritable whether a socket whose transport cannot write at this moment is left out
 */
public record Target(Set<Room> rooms, Set<Room> except, boolean ifWritable) {
    static final Target EVERYBODY = new Target(Set.of(), Set.of(), false);

    public Target {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }

    Target to(Room room) {
        return new Target(with(rooms, room), except, ifWritable);
    }

    Target butNot(Room room) {
        return new Target(rooms, with(except, room), ifWritable);
    }

    Target onlyIfWritable() {
        return new Target(rooms, except, true);
    }

    private static Set<Room> with(Set<Room> rooms, Room room) {
        var more = new HashSet<>(rooms);
        more.add(room);
        return more;
    }
}
