package parlance.chat;

/** How the identity provider writes a user's id in JSON. */
public enum IdKind {
    TEXT,
    NUMBER
}
