package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All users. */
@Dependent
class Users {
    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Stores or refreshes a profile; safe against itself. When nothing is new, as with nearly every request, this only
     * reads: PostgreSQL would hold and mark the row even for an update whose condition fails.
     */
    void met(UserProfile profile) {
        em.createNativeQuery("""
                        insert into users (id, external_id, id_kind, name, avatar)
                        select cast(:id as uuid), new.external_id, new.id_kind, new.name, new.avatar
                        from (select cast(:externalId as text), cast(:kind as text), cast(:name as text),
                            nullif(cast(:avatar as text), '')) as new (external_id, id_kind, name, avatar)
                        where not exists (
                            select from users u
                            where u.external_id = new.external_id
                                and (u.id_kind, u.name, u.avatar)
                                    is not distinct from (new.id_kind, new.name, new.avatar))
                        on conflict (external_id) do update
                        set id_kind = excluded.id_kind, name = excluded.name, avatar = excluded.avatar,
                            version = users.version + 1""")
                .setParameter("id", TimeOrderedIds.at(clock.instant()))
                .setParameter("externalId", profile.id().text())
                .setParameter("kind", profile.kind().name())
                .setParameter("name", profile.name())
                .setParameter("avatar", profile.avatar().orElse(""))
                .executeUpdate();
    }

    /** The users of these ids; those never heard of come into being, named by their ids. */
    Map<UserId, User> mentioned(Collection<UserId> ids) {
        var known = named(ids);
        // in one order everywhere, so that two who mention the same users do not wait for each other
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .map(UserId::text)
                .sorted()
                .forEach(this::mention);
        return named(ids);
    }

    private void mention(String externalId) {
        em.createNativeQuery("""
                        insert into users (id, external_id, id_kind, name)
                        values (:id, :externalId, 'TEXT', :externalId)
                        on conflict (external_id) do nothing""")
                .setParameter("id", TimeOrderedIds.at(clock.instant()))
                .setParameter("externalId", externalId)
                .executeUpdate();
    }

    Optional<User> find(UserId id) {
        return Optional.ofNullable(named(List.of(id)).get(id));
    }

    Map<UserId, User> named(Collection<UserId> ids) {
        return em.createQuery("select u from User u where u.externalId in :ids", User.class)
                .setParameter("ids", ids.stream().map(UserId::text).toList())
                .getResultStream()
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /** The user, whom nobody else can change until the end of the transaction. */
    Optional<User> lock(UserId id) {
        return em.createQuery("select u from User u where u.externalId = :id", User.class)
                .setParameter("id", id.text())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The users sharing a conversation with the user. */
    List<UserId> contacts(UserId user) {
        return em.createQuery("""
                        select distinct other.user.externalId from Participant mine, Participant other
                        where mine.user.externalId = :user
                            and other.conversation = mine.conversation and other.user <> mine.user""", String.class)
                .setParameter("user", user.text())
                .getResultStream()
                .map(UserId::new)
                .toList();
    }

    boolean acquainted(UserId one, UserId other) {
        return !em.createQuery("""
                        select one.key.conversation from Participant one, Participant other
                        where one.user.externalId = :one and other.user.externalId = :other
                            and other.conversation = one.conversation""")
                .setParameter("one", one.text())
                .setParameter("other", other.text())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
