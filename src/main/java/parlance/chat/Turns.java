package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** One transaction at a time where there is no row yet to hold: PostgreSQL's advisory locks, on whatever node. */
@Dependent
class Turns {
    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    /** Waits until nobody else holds it, and holds it until the end of the transaction. */
    void hold(String what) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)")
                .setParameter("what", what)
                .getSingleResult();
    }
}
