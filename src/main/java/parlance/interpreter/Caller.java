package parlance.interpreter;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parlance.chat.ChatEvent;
import parlance.chat.ChatException.Invalid;
import parlance.chat.ConversationId;
import parlance.chat.Participation;
import parlance.chat.UserId;
import parlance.socketio.Event;
import parlance.socketio.Room;
import parlance.socketio.Socket;

/**
 * A user at one socket: who it is, which dialects it may speak, which conversations it has joined. One thread at a
 * time: the socket's.
 */
public final class Caller {
    /** How many conversations a socket may have joined at once. */
    static final int MAX_JOINED = 1_000;

    private final Socket socket;
    private final UserId user;
    private final JoinedNames names;
    private final Attendance attendance;
    private final Typing typing;
    private final Joined joined = new Joined();
    private List<Vocabulary> tongues;

    /** @param tongues the dialects it may turn out to speak, never empty */
    Caller(
            Socket socket,
            UserId user,
            List<Vocabulary> tongues,
            JoinedNames names,
            Attendance attendance,
            Function<Caller, Typing> typing) {
        this.socket = socket;
        this.user = user;
        this.tongues = tongues;
        this.names = names;
        this.attendance = attendance;
        this.typing = typing.apply(this);
    }

    /** The token's user, whatever ids a payload brings. */
    public UserId user() {
        return user;
    }

    /** Says something to this socket only. */
    public void tell(String word, JsonObject payload) {
        socket.emit(Event.of(word, payload));
    }

    /** Whether another user has a socket, or had one a moment ago; says nothing about whether the caller may know. */
    public boolean finds(UserId other) {
        return attendance.here(other);
    }

    /**
     * From now on hears what is said in the conversation, under the id it called it by. Who joins again misses nothing:
     * the new room is entered before the old one is left, and stays if it is the same.
     */
    public void join(Participation participation) {
        var before = joined.remove(participation.roster().id());
        if (joined.size() == MAX_JOINED) {
            throw new Invalid("Too many conversations joined");
        }
        joined.add(participation);
        names.joined(participation.roster().id(), participation.asked());
        socket.join(room(participation));
        before.ifPresent(old -> {
            names.left(old.roster().id(), old.asked());
            if (!old.asked().equals(participation.asked())) {
                socket.leave(room(old));
            }
        });
    }

    /** Hears no more of the conversation, by whichever of its ids; remains a participant. */
    public void leave(ConversationId conversation) {
        joined.remove(conversation).ifPresent(participation -> {
            names.left(participation.roster().id(), participation.asked());
            socket.leave(room(participation));
            typing.stop(participation.roster().id());
        });
    }

    Socket socket() {
        return socket;
    }

    List<Vocabulary> tongues() {
        return tongues;
    }

    /** The dialect it speaks, once that is known. */
    Optional<Vocabulary> tongue() {
        return tongues.size() == 1 ? Optional.of(tongues.get(0)) : Optional.empty();
    }

    /** Has caused this by an event of its own. */
    void follow(ChatEvent fact) {
        typing.follow(fact);
    }

    /** Begins to hear what concerns its user, and is greeted. */
    void arrive() {
        tongues.forEach(tongue -> {
            socket.join(Rooms.all(tongue.dialect()));
            socket.join(Rooms.user(user, tongue.dialect()));
            tongue.greetings().forEach((word, greeting) -> tell(word, greeting.apply(this)));
        });
    }

    /** Has shown which dialect it speaks, and stops hearing the others. */
    void settle(Vocabulary tongue) {
        tongues.stream().filter(other -> other != tongue).forEach(other -> {
            socket.leave(Rooms.all(other.dialect()));
            socket.leave(Rooms.user(user, other.dialect()));
        });
        tongues = List.of(tongue);
    }

    /** The socket is gone, and has left its rooms. */
    void depart() {
        joined.all().forEach(participation -> names.left(participation.roster().id(), participation.asked()));
        typing.stopAll();
    }

    private Room room(Participation participation) {
        return Rooms.conversation(
                participation.roster().id(), tongue().orElseThrow().dialect(), participation.asked());
    }
}
