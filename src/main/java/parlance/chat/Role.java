package parlance.chat;

/** What a participant may do: owners change the conversation, members talk. */
public enum Role {
    OWNER,
    MEMBER
}
