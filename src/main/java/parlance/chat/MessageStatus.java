package parlance.chat;

/** How far a message has come with any participant but its author. */
public enum MessageStatus {
    SENT,
    DELIVERED,
    READ
}
