package parlance.interpreter;

import parlance.chat.ConversationId;
import parlance.chat.UserId;
import parlance.socketio.Room;

/**
 * Names of rooms. Ids contain no control character, so that no two ids can be mistaken for others by being put
 * together.
 */
final class Rooms {
    private static final String SEPARATOR = "\u001f";

    private Rooms() {}

    /** The sockets that speak the dialect. */
    static Room all(String dialect) {
        return room("all:" + dialect);
    }

    /** A user's sockets that speak the dialect. */
    static Room user(UserId user, String dialect) {
        return room("user:" + user.text(), dialect);
    }

    /** The sockets that speak the dialect and joined the conversation under this name. */
    static Room conversation(ConversationId conversation, String dialect, ConversationId name) {
        return room("conv:" + conversation.text(), dialect, name.text());
    }

    private static Room room(String... parts) {
        return Room.of(String.join(SEPARATOR, parts));
    }
}
