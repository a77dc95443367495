package parlance.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One user in one conversation. */
@Embeddable
class ParticipantKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "conversation_id")
    private UUID conversation;

    @Column(name = "user_id")
    private UUID user;

    protected ParticipantKey() {} // for JPA

    ParticipantKey(UUID conversation, UUID user) {
        this.conversation = conversation;
        this.user = user;
    }

    UUID conversation() {
        return conversation;
    }

    UUID user() {
        return user;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParticipantKey key && key.conversation.equals(conversation) && key.user.equals(user);
    }

    @Override
    public int hashCode() {
        return Objects.hash(conversation, user);
    }
}
