package parlance.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What somebody said in a conversation. */
@Entity
@Table(name = "messages")
class Message {
    private enum Type {
        TEXT,
        IMAGE,
        FILE
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "conversation_id")
    private Conversation conversation;

    private long seq;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    private User author;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "receiver_id")
    private User receiver;

    @Enumerated(EnumType.STRING)
    private Type type;

    private String text;

    @Column(name = "attachment_url")
    private String attachmentUrl;

    @Column(name = "attachment_name")
    private String attachmentName;

    @Column(name = "attachment_size")
    private Long attachmentSize;

    @Column(name = "client_message_id")
    private String clientMessageId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Message() {} // for JPA

    Message(Conversation conversation, long seq, User author, Optional<User> receiver, Draft draft, Instant now) {
        this.id = TimeOrderedIds.at(now);
        this.conversation = conversation;
        this.seq = seq;
        this.author = author;
        this.receiver = receiver.orElse(null);
        this.clientMessageId =
                draft.clientMessageId().map(ClientMessageId::text).orElse(null);
        this.createdAt = now;
        say(draft.content());
    }

    private void say(Content content) {
        if (content instanceof Content.Text words) {
            type = Type.TEXT;
            text = words.text();
        } else if (content instanceof Content.Image image) {
            type = Type.IMAGE;
            attach(image.attachment());
        } else if (content instanceof Content.File file) {
            type = Type.FILE;
            attach(file.attachment());
        } else {
            throw new IllegalArgumentException("No column for " + content.getClass());
        }
    }

    private void attach(Attachment attachment) {
        attachmentUrl = attachment.url();
        attachmentName = attachment.name().orElse(null);
        attachmentSize = attachment.size().isPresent() ? attachment.size().getAsLong() : null;
    }

    UUID key() {
        return id;
    }

    Conversation conversation() {
        return conversation;
    }

    /** The message under the conversation's canonical id. */
    MessageView view(MessageStatus status) {
        return new MessageView(
                MessageId.of(id),
                conversation.id(),
                seq,
                author.view(),
                Optional.ofNullable(receiver).map(User::id),
                content(),
                Optional.ofNullable(clientMessageId).map(ClientMessageId::new),
                status,
                createdAt);
    }

    private Content content() {
        return switch (type) {
            case TEXT -> new Content.Text(text);
            case IMAGE -> new Content.Image(attachment());
            case FILE -> new Content.File(attachment());
        };
    }

    private Attachment attachment() {
        var size = attachmentSize == null ? OptionalLong.empty() : OptionalLong.of(attachmentSize);
        return new Attachment(attachmentUrl, Optional.ofNullable(attachmentName), size);
    }
}
