package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All conversations, found by whatever id a participant uses. */
@Dependent
class Conversations {
    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    @Inject
    Users users;

    /** @throws ChatException.NotFound when the caller takes part in no conversation of that id */
    Access named(UserId caller, ConversationId asked) {
        return access(caller, asked, require(caller, asked));
    }

    Access access(UserId caller, ConversationId asked, UUID conversation) {
        return Access.of(participants(List.of(conversation)), caller, asked);
    }

    /** The conversation as the caller knows it by itself. */
    Access byKey(UserId caller, UUID conversation) {
        return Access.of(participants(List.of(conversation)), caller);
    }

    /** Conversations of the caller in the order given, as the caller knows them by itself. */
    List<Access> byKeys(UserId caller, List<Conversation> conversations) {
        var participants = participants(
                        conversations.stream().map(Conversation::key).toList())
                .stream()
                .collect(Collectors.groupingBy(Participant::conversation));
        return conversations.stream()
                .map(participants::get)
                .map(all -> Access.of(all, caller))
                .toList();
    }

    /** The same, holding the conversation's row until the end of the transaction. */
    Access forPosting(UserId caller, ConversationId asked, UUID conversation) {
        em.find(Conversation.class, conversation, LockModeType.PESSIMISTIC_WRITE);
        return access(caller, asked, conversation);
    }

    UUID require(UserId caller, ConversationId asked) {
        return resolve(caller, asked).orElseThrow(ChatException.NotFound::conversation);
    }

    /** The conversation of that canonical id the caller takes part in, else the direct one that the id names as a pair. */
    Optional<UUID> resolve(UserId caller, ConversationId asked) {
        return canonical(caller, asked).or(() -> aliased(caller, asked));
    }

    private Optional<UUID> canonical(UserId caller, ConversationId asked) {
        return em.createQuery("""
                        select p.conversation.id from Participant p
                        where p.conversation.publicId = :asked and p.user.externalId = :caller""", UUID.class)
                .setParameter("asked", asked.text())
                .setParameter("caller", caller.text())
                .getResultStream()
                .findFirst();
    }

    private Optional<UUID> aliased(UserId caller, ConversationId asked) {
        var counterparts = PairAlias.counterparts(caller, asked);
        if (counterparts.isEmpty()) {
            return Optional.empty();
        }
        var known = users.named(
                Stream.concat(Stream.of(caller), counterparts.stream()).toList());
        return Optional.ofNullable(known.get(caller)).flatMap(self -> counterparts.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .flatMap(other -> direct(Pair.of(self, other)).stream())
                .findFirst());
    }

    Optional<UUID> direct(Pair pair) {
        return em.createQuery("""
                        select c.id from Conversation c
                        where c.directLow = :low and c.directHigh = :high""", UUID.class)
                .setParameter("low", pair.low())
                .setParameter("high", pair.high())
                .getResultStream()
                .findFirst();
    }

    boolean taken(ConversationId id) {
        return !em.createQuery("select c.id from Conversation c where c.publicId = :id")
                .setParameter("id", id.text())
                .getResultList()
                .isEmpty();
    }

    /** Everybody in the conversations, in joining order. */
    List<Participant> participants(Collection<UUID> conversations) {
        return em.createQuery("""
                        select p from Participant p join fetch p.conversation join fetch p.user
                        where p.conversation.id in :conversations
                        order by p.joinedAt, p.role desc, p.user.externalId""", Participant.class)
                .setParameter("conversations", conversations)
                .getResultList();
    }

    /** At most {@code limit} conversations of the user after the cursor, newest activity first. */
    List<Conversation> page(UserId user, boolean archived, Cursor after, int limit) {
        return em.createQuery("""
                        select c from Participant p join p.conversation c
                        where p.user.externalId = :user
                            and (:archived = true and c.archivedAt is not null
                                or :archived = false and c.archivedAt is null)
                            and (c.updatedAt < :at or c.updatedAt = :at and c.id < :id)
                        order by c.updatedAt desc, c.id desc""", Conversation.class)
                .setParameter("user", user.text())
                .setParameter("archived", archived)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }
}
