package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What reached whom, and who read it. Each participant has two sets of seqs, as multiranges, which PostgreSQL keeps as
 * short as they can be: whoever reads in order has one range. Exact without a row for each message and reader. Whoever
 * asks what is new holds the participant's row until the end of the transaction, so nothing is new twice.
 */
@Dependent
class Receipts {
    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    /**
     * How far a participant has come.
     *
     * @param lastReadSeq every message up to this one is read
     * @param read how many are
     */
    record Progress(ParticipantKey participant, long lastReadSeq, long read) {}

    /** The messages of others, among these, that had not reached the participant. */
    List<Receipt> undelivered(ParticipantKey receiver, Collection<UUID> messages) {
        return receipts(of(receiver, " and not (p.delivered_seqs @> m.seq) and m.id = any(cast(:messages as uuid[]))")
                .setParameter("messages", array(messages)));
    }

    /** The messages of others, among these, that the participant had not read. */
    List<Receipt> unread(ParticipantKey reader, Collection<UUID> messages) {
        return receipts(of(reader, " and not (p.read_seqs @> m.seq) and m.id = any(cast(:messages as uuid[]))")
                .setParameter("messages", array(messages)));
    }

    /** The messages of others up to that seq that the participant had not read; the newest, if they are too many to tell. */
    List<Receipt> unreadUpTo(ParticipantKey reader, long seq) {
        return receipts(
                of(reader, " and not (p.read_seqs @> m.seq) and m.seq <= :seq").setParameter("seq", seq));
    }

    private Query of(ParticipantKey participant, String condition) {
        return em.createNativeQuery("""
                        select cast(m.id as text), m.seq, a.external_id
                        from participants p
                            join messages m on m.conversation_id = p.conversation_id
                            join users a on a.id = m.author_id
                        where p.conversation_id = :conversation and p.user_id = :participant
                            and m.author_id <> p.user_id""" + condition + " order by m.seq desc limit :most for no key update of p")
                .setParameter("conversation", participant.conversation())
                .setParameter("participant", participant.user())
                .setParameter("most", ReceiptService.MAX_MESSAGES);
    }

    void addDelivered(ParticipantKey receiver, Seqs seqs) {
        em.createNativeQuery("""
                        update participants
                        set delivered_seqs = seqs_with(delivered_seqs, cast(:seqs as int8multirange))
                        where conversation_id = :conversation and user_id = :participant""")
                .setParameter("seqs", seqs.text())
                .setParameter("conversation", receiver.conversation())
                .setParameter("participant", receiver.user())
                .executeUpdate();
    }

    /** Reading implies delivery. */
    void addRead(ParticipantKey reader, Seqs seqs) {
        em.createNativeQuery("""
                        update participants
                        set read_seqs = seqs_with(read_seqs, cast(:seqs as int8multirange)),
                            delivered_seqs = seqs_with(
                                delivered_seqs, seqs_with(read_seqs, cast(:seqs as int8multirange)))
                        where conversation_id = :conversation and user_id = :participant""")
                .setParameter("seqs", seqs.text())
                .setParameter("conversation", reader.conversation())
                .setParameter("participant", reader.user())
                .executeUpdate();
    }

    /** How far everybody in the conversations has come. */
    Map<ParticipantKey, Progress> progress(Collection<UUID> conversations) {
        return rows(em.createNativeQuery("""
                        select p.conversation_id, p.user_id,
                            coalesce((select upper(r) - 1 from unnest(p.read_seqs) as r where r @> cast(1 as bigint)), 0),
                            coalesce((select sum(upper(r) - lower(r)) from unnest(p.read_seqs) as r), 0)
                        from participants p
                        where p.conversation_id = any(cast(:conversations as uuid[]))""").setParameter("conversations", array(conversations))).stream()
                .map(row ->
                        new Progress(new ParticipantKey((UUID) row[0], (UUID) row[1]), number(row[2]), number(row[3])))
                .collect(Collectors.toMap(Progress::participant, Function.identity()));
    }

    /** How far each message has come with anybody but its author. */
    Map<UUID, MessageStatus> status(List<Message> messages) {
        return rows(em.createNativeQuery("""
                        select m.id,
                            coalesce(bool_or(p.read_seqs @> m.seq), false),
                            coalesce(bool_or(p.delivered_seqs @> m.seq), false)
                        from messages m
                            left join participants p
                                on p.conversation_id = m.conversation_id and p.user_id <> m.author_id
                        where m.id = any(cast(:messages as uuid[]))
                        group by m.id""")
                        .setParameter(
                                "messages",
                                array(messages.stream().map(Message::key).toList())))
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> status((Boolean) row[1], (Boolean) row[2])));
    }

    private static MessageStatus status(boolean read, boolean delivered) {
        if (read) {
            return MessageStatus.READ;
        }
        return delivered ? MessageStatus.DELIVERED : MessageStatus.SENT;
    }

    private static List<Receipt> receipts(Query query) {
        return rows(query).stream()
                .map(row -> new Receipt(new MessageId((String) row[0]), number(row[1]), new UserId((String) row[2])))
                .sorted(Comparator.comparingLong(Receipt::seq))
                .toList();
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
