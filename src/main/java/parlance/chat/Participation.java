package parlance.chat;

/**
 * A user's way into a conversation.
 *
 * @param asked the id the user called it by, which may be an alias; the canonical one is the roster's
 */
public record Participation(Roster roster, ConversationId asked) {}
