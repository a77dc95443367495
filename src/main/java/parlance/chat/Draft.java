package parlance.chat;

import java.util.Optional;

/**
 * A message not yet posted.
 *
 * @param receiver another participant it is addressed to, for clients that say so
 * @param clientMessageId makes sending it again harmless
 */
public record Draft(Content content, Optional<UserId> receiver, Optional<ClientMessageId> clientMessageId) {
    /** Words to everybody in the conversation. */
    public static Draft text(String text) {
        return new Draft(new Content.Text(text), Optional.empty(), Optional.empty());
    }
}
