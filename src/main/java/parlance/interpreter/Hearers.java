package parlance.interpreter;

import java.util.List;
import parlance.chat.Roster;
import parlance.chat.UserId;

/** Who hears a word about a conversation, among those who speak the dialect. */
public enum Hearers {
    /** Every socket that joined the conversation. */
    ROOM(true, false),
    /** Every socket that joined the conversation, but the one that caused it. */
    ROOM_BUT_ACTING(true, true),
    /** Every socket of the participants other than the user who did it, joined or not. */
    OTHERS(false, false),
    /** Every socket of the participants, joined or not, but the one that caused it. */
    PARTICIPANTS_BUT_ACTING(false, true);

    private final boolean joined;
    private final boolean exceptActing;

    Hearers(boolean joined, boolean exceptActing) {
        this.joined = joined;
        this.exceptActing = exceptActing;
    }

    boolean joined() {
        return joined;
    }

    boolean exceptActing() {
        return exceptActing;
    }

    /** The users whose sockets hear it, joined or not. */
    List<UserId> among(Roster roster, UserId actor) {
        return this == OTHERS ? roster.others(actor) : roster.participants();
    }
}
