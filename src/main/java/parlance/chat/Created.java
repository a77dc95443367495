package parlance.chat;

/**
 * The conversation that was asked for.
 *
 * @param created false when the pair had its direct conversation already
 */
public record Created(ConversationView conversation, boolean created) {}
