package parlance.socketio;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rooms in the memory of this server. A broadcast costs as much as it has receivers; a room exists while somebody is in it.
 * There is one small lock per socket, which orders its joins and its exit, and none that two sockets share.
 */
public final class LocalAdapter implements Adapter {
    private final Map<SocketId, Member> members = new ConcurrentHashMap<>();
    private final Map<Room, Set<Member>> rooms = new ConcurrentHashMap<>();

    @Override
    public void enter(SocketId socket, Receiver receiver) {
        var member = new Member(socket, receiver);
        members.put(socket, member);
        join(member, socket.room());
    }

    @Override
    public void join(SocketId socket, Room room) {
        member(socket).ifPresent(member -> join(member, room));
    }

    @Override
    public void leave(SocketId socket, Room room) {
        member(socket).ifPresent(member -> leave(member, room));
    }

    @Override
    public void exit(SocketId socket) {
        Optional.ofNullable(members.remove(socket)).ifPresent(this::exit);
    }

    @Override
    public void broadcast(EncodedPacket packet, Target target) {
        Consumer<Member> send = target.ifWritable()
                ? member -> member.receiver.sendVolatile(packet)
                : member -> member.receiver.send(packet);
        receivers(target).forEach(member -> {
            if (target.except().stream().noneMatch(room -> in(room).contains(member))) {
                send.accept(member);
            }
        });
    }

    @Override
    public Set<Room> rooms(SocketId socket) {
        return member(socket).map(LocalAdapter::rooms).orElse(Set.of());
    }

    @Override
    public Set<SocketId> sockets(Room room) {
        return in(room).stream().map(member -> member.id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean inhabited(Room room) {
        return rooms.containsKey(room);
    }

    private Iterable<Member> receivers(Target target) {
        if (target.rooms().isEmpty()) {
            return members.values();
        }
        if (target.rooms().size() == 1) {
            return in(target.rooms().iterator().next());
        }
        return target.rooms().stream().flatMap(room -> in(room).stream()).collect(Collectors.toSet());
    }

    private void join(Member member, Room room) {
        synchronized (member) {
            if (!member.gone && member.rooms.add(room)) {
                rooms.compute(room, (name, in) -> {
                    Set<Member> inhabitants = Optional.ofNullable(in).orElseGet(ConcurrentHashMap::newKeySet);
                    inhabitants.add(member);
                    return inhabitants;
                });
            }
        }
    }

    private void leave(Member member, Room room) {
        synchronized (member) {
            if (member.rooms.remove(room)) {
                empty(member, room);
            }
        }
    }

    private void exit(Member member) {
        synchronized (member) {
            member.gone = true;
            member.rooms.forEach(room -> empty(member, room));
            member.rooms.clear();
        }
    }

    private void empty(Member member, Room room) {
        rooms.computeIfPresent(room, (name, in) -> {
            in.remove(member);
            return in.isEmpty() ? null : in;
        });
    }

    private Set<Member> in(Room room) {
        return rooms.getOrDefault(room, Set.of());
    }

    private Optional<Member> member(SocketId socket) {
        return Optional.ofNullable(members.get(socket));
    }

    private static Set<Room> rooms(Member member) {
        synchronized (member) {
            return Set.copyOf(member.rooms);
        }
    }

    /** A socket that has entered. Its lock guards its fields. */
    private static final class Member {
        private final SocketId id;
        private final Receiver receiver;
        private final Set<Room> rooms = new HashSet<>();
        private boolean gone;

        Member(SocketId id, Receiver receiver) {
            this.id = id;
            this.receiver = receiver;
        }
    }
}
