package parlance.chat;

/**
 * A message that is stored.
 *
 * @param message its conversation is called as the author called it
 * @param repeated true when it had been posted before, so that nothing was stored or fired now
 */
public record Posted(MessageView message, boolean repeated) {}
