package parlance.interpreter;

import parlance.chat.ChatEvent;
import parlance.chat.ChatEvent.ConversationCreated;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.ChatEvent.MessagesDelivered;
import parlance.chat.ChatEvent.MessagesRead;
import parlance.chat.ChatEvent.PresenceChanged;
import parlance.chat.ChatEvent.TypingChanged;
import parlance.chat.Roster;
import parlance.chat.UserId;

/** What every kind of fact has to be asked for. */
final class Facts {
    private Facts() {}

    /** What its order is kept for: facts about the same subject are said one after the other. */
    static Object subject(ChatEvent fact) {
        return fact instanceof PresenceChanged presence
                ? presence.user()
                : roster(fact).id();
    }

    /** Who took part when it happened. */
    static Roster roster(ChatEvent fact) {
        if (fact instanceof ConversationCreated created) {
            return created.roster();
        }
        if (fact instanceof MessagePosted posted) {
            return posted.roster();
        }
        if (fact instanceof MessagesDelivered delivered) {
            return delivered.roster();
        }
        if (fact instanceof MessagesRead read) {
            return read.roster();
        }
        if (fact instanceof TypingChanged typing) {
            return typing.roster();
        }
        throw new IllegalArgumentException("in no conversation: " + fact.getClass());
    }

    /** Who did it. */
    static UserId actor(ChatEvent fact) {
        if (fact instanceof ConversationCreated created) {
            return created.by();
        }
        if (fact instanceof MessagePosted posted) {
            return posted.message().sender().id();
        }
        if (fact instanceof MessagesDelivered delivered) {
            return delivered.receiver();
        }
        if (fact instanceof MessagesRead read) {
            return read.reader();
        }
        if (fact instanceof TypingChanged typing) {
            return typing.user().id();
        }
        if (fact instanceof PresenceChanged presence) {
            return presence.user();
        }
        throw new IllegalArgumentException("nobody's doing: " + fact.getClass());
    }
}
