package parlance.chat;

/** What kind of conversation it is; a direct one has exactly two participants and is the only one of its pair. */
public enum ConversationType {
    DIRECT,
    GROUP,
    ROOM,
    CLASSROOM
}
