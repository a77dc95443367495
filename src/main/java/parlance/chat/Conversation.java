package parlance.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where messages are numbered. Whoever posts holds its row until the commit. */
@Entity
@Table(name = "conversations")
class Conversation {
    @Id
    private UUID id;

    @Column(name = "public_id")
    private String publicId;

    @Enumerated(EnumType.STRING)
    private ConversationType type;

    private String name;

    @Column(name = "direct_low")
    private UUID directLow;

    @Column(name = "direct_high")
    private UUID directHigh;

    @Column(name = "last_seq")
    private long lastSeq;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    @Version
    private long version;

    protected Conversation() {} // for JPA

    private Conversation(UUID id, Optional<ConversationId> publicId, ConversationType type, Instant now) {
        this.id = id;
        this.publicId = publicId.map(ConversationId::text).orElse(id.toString());
        this.type = type;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Conversation direct(Pair pair, Optional<ConversationId> publicId, Instant now) {
        var direct = new Conversation(TimeOrderedIds.at(now), publicId, ConversationType.DIRECT, now);
        direct.directLow = pair.low();
        direct.directHigh = pair.high();
        return direct;
    }

    static Conversation group(Optional<String> name, Optional<ConversationId> publicId, Instant now) {
        var group = new Conversation(TimeOrderedIds.at(now), publicId, ConversationType.GROUP, now);
        group.name = name.orElse(null);
        return group;
    }

    /** The next message; the caller holds the row. */
    Message post(User author, Optional<User> receiver, Draft draft, Instant now) {
        lastSeq++;
        updatedAt = now;
        return new Message(this, lastSeq, author, receiver, draft, now);
    }

    UUID key() {
        return id;
    }

    ConversationId id() {
        return new ConversationId(publicId);
    }

    ConversationType type() {
        return type;
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    long lastSeq() {
        return lastSeq;
    }

    /** Its place among conversations sorted by activity. */
    Cursor cursor() {
        return new Cursor(updatedAt, id);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> archivedAt() {
        return Optional.ofNullable(archivedAt);
    }
}
