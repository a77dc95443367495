package parlance.chat;

/** A message that reached or was read by somebody. */
public record Receipt(MessageId message, long seq, UserId author) {}
