package parlance.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A conversation in the hands of somebody who takes part in it.
 *
 * @param participants everybody, in joining order
 * @param asked what the caller calls the conversation
 */
record Access(Conversation conversation, List<Participant> participants, Participant caller, ConversationId asked) {
    /** @throws ChatException.NotFound when the caller is not among the participants */
    static Access of(List<Participant> participants, UserId caller, ConversationId asked) {
        var self = participants.stream()
                .filter(participant -> participant.user().id().equals(caller))
                .findFirst()
                .orElseThrow(ChatException.NotFound::conversation);
        return new Access(self.conversation(), participants, self, asked);
    }

    /** The same, under the id the caller last used. */
    static Access of(List<Participant> participants, UserId caller) {
        var access = of(participants, caller, participants.get(0).conversation().id());
        return new Access(access.conversation, participants, access.caller, access.caller.knownAs());
    }

    /** Remembers what the caller calls the conversation. */
    Participation enter() {
        caller.calls(asked);
        return new Participation(roster(), asked);
    }

    Roster roster() {
        var knownAs = new LinkedHashMap<UserId, ConversationId>();
        participants.forEach(participant -> knownAs.put(participant.user().id(), participant.knownAs()));
        return new Roster(conversation.id(), conversation.type(), knownAs);
    }

    Optional<User> other(UserId user) {
        return participants.stream()
                .filter(participant -> participant != caller)
                .map(Participant::user)
                .filter(other -> other.id().equals(user))
                .findFirst();
    }
}
