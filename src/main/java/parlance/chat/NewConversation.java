package parlance.chat;

import java.util.List;
import java.util.Optional;

/**
 * A conversation somebody wants to have.
 *
 * @param type direct or group
 * @param participants at most 1,000; its owner may be named among them; for a direct one there is exactly one other
 * @param name of a group, 1 to 200 characters
 * @param id under which it shall be known, else we choose one
 */
public record NewConversation(
        ConversationType type, List<UserId> participants, Optional<String> name, Optional<ConversationId> id) {
    private static final int MAX_PARTICIPANTS = 1_000;
    private static final int MAX_NAME_LENGTH = 200;

    public NewConversation {
        participants = List.copyOf(participants);
        if (type != ConversationType.DIRECT && type != ConversationType.GROUP) {
            throw new ChatException.Invalid("A conversation is direct or group");
        }
        if (participants.size() > MAX_PARTICIPANTS) {
            throw new ChatException.Invalid("A conversation has at most " + MAX_PARTICIPANTS + " participants");
        }
        if (name.filter(NewConversation::unfit).isPresent()) {
            throw new ChatException.Invalid("A name is 1 to " + MAX_NAME_LENGTH + " printable characters");
        }
    }

    private static boolean unfit(String name) {
        return Characters.blank(name) || name.length() > MAX_NAME_LENGTH || !Characters.printable(name);
    }

    /** Everybody but the owner, each once, in the order given. */
    List<UserId> others(UserId owner) {
        var others = participants.stream()
                .filter(user -> !user.equals(owner))
                .distinct()
                .toList();
        if (type == ConversationType.DIRECT && others.size() != 1) {
            throw new ChatException.Invalid("A direct conversation has exactly one other participant");
        }
        return others;
    }
}
