package parlance.chat;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's part in a conversation. Its receipts are in the same row but not here, see {@link Receipts}. It has no
 * version: the alias is simply what was used last, and two sockets of one user must not fail over it.
 */
@Entity
@Table(name = "participants")
class Participant {
    @EmbeddedId
    private ParticipantKey key;

    @MapsId("conversation")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Conversation conversation;

    @MapsId("user")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private User user;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "known_as")
    private String knownAs;

    protected Participant() {} // for JPA

    /** Takes part from the beginning. */
    Participant(Conversation conversation, User user, Role role) {
        this.key = new ParticipantKey(conversation.key(), user.key());
        this.conversation = conversation;
        this.user = user;
        this.role = role;
        this.joinedAt = conversation.createdAt();
    }

    /** Remembers what the user calls the conversation. */
    void calls(ConversationId alias) {
        knownAs = alias.equals(conversation.id()) ? null : alias.text();
    }

    ParticipantKey key() {
        return key;
    }

    Conversation conversation() {
        return conversation;
    }

    User user() {
        return user;
    }

    ParticipantView view(long lastReadSeq) {
        return new ParticipantView(user.view(), role, joinedAt, lastReadSeq);
    }

    ConversationId knownAs() {
        return Optional.ofNullable(knownAs).map(ConversationId::new).orElseGet(conversation::id);
    }
}
