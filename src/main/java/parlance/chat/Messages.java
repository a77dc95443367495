package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All messages. */
@Dependent
class Messages {
    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    @Inject
    Turns turns;

    @Inject
    Receipts receipts;

    /** Stores a message whose conversation the caller holds. */
    void add(Message message) {
        em.persist(message);
        em.flush();
    }

    /** What the author posted under that id, in whatever conversation; nobody else can post under it meanwhile. */
    Optional<Message> posted(UserId author, ClientMessageId id) {
        turns.hold("message " + author + " " + id);
        return em.createQuery("""
                        select m from Message m join fetch m.author left join fetch m.receiver
                        where m.author.externalId = :author and m.clientMessageId = :id""", Message.class)
                .setParameter("author", author.text())
                .setParameter("id", id.text())
                .getResultStream()
                .findFirst();
    }

    /** At most {@code limit} messages before the given seq, the nearest, oldest first. */
    List<MessageView> before(Conversation conversation, long seq, int limit) {
        var nearestFirst = em.createQuery("""
                        select m from Message m join fetch m.author left join fetch m.receiver
                        where m.conversation = :conversation and m.seq < :seq
                        order by m.seq desc""", Message.class)
                .setParameter("conversation", conversation)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
        Collections.reverse(nearestFirst);
        return views(nearestFirst);
    }

    /** At most {@code limit} messages after the given seq, oldest first. */
    List<MessageView> after(Conversation conversation, long seq, int limit) {
        return views(em.createQuery("""
                        select m from Message m join fetch m.author left join fetch m.receiver
                        where m.conversation = :conversation and m.seq > :seq
                        order by m.seq""", Message.class)
                .setParameter("conversation", conversation)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList());
    }

    /** The seq of a message of that conversation. */
    Optional<Long> seq(Conversation conversation, UUID message) {
        return em.createQuery(
                        "select m.seq from Message m where m.id = :message and m.conversation = :conversation",
                        Long.class)
                .setParameter("message", message)
                .setParameter("conversation", conversation)
                .getResultStream()
                .findFirst();
    }

    /** The last message of each conversation that has one. */
    Map<UUID, MessageView> last(Collection<UUID> conversations) {
        var last = em.createQuery("""
                        select m from Message m
                        join fetch m.conversation join fetch m.author left join fetch m.receiver
                        where m.conversation.id in :conversations and m.seq = m.conversation.lastSeq""", Message.class)
                .setParameter("conversations", conversations)
                .getResultList();
        var status = receipts.status(last);
        return last.stream()
                .collect(Collectors.toMap(
                        message -> message.conversation().key(), message -> message.view(status.get(message.key()))));
    }

    List<MessageView> views(List<Message> messages) {
        var status = receipts.status(messages);
        return messages.stream()
                .map(message -> message.view(status.get(message.key())))
                .toList();
    }
}
