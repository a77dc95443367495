package parlance.chat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import parlance.support.Postgres;

/**
 * The chat without a container, on PostgreSQL: each call of {@link #in} is one transaction. Its users are its own: {@code
 * user("ada")} is somebody else in each chat. Thread-safe.
 */
final class Chat {
    private static final Instant START = Instant.parse("2024-01-15T10:30:00Z");
    private static final EntityManagerFactory FACTORY = open();
    private static final AtomicInteger CHATS = new AtomicInteger();

    private final String suffix = "-" + CHATS.incrementAndGet();
    private final AtomicInteger seconds = new AtomicInteger();
    private final List<ChatEvent> facts = new CopyOnWriteArrayList<>();
    private final ChatSettings settings;

    Chat() {
        this(ChatSettings.DEFAULTS);
    }

    Chat(ChatSettings settings) {
        this.settings = settings;
    }

    private static EntityManagerFactory open() {
        var database = Postgres.freshDatabase();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();
        return Persistence.createEntityManagerFactory(
                "parlance",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "hibernate.jpa.compliance.query", "true", // as WildFly has it
                        "jakarta.persistence.jdbc.url", database.url(),
                        "jakarta.persistence.jdbc.user", database.user(),
                        "jakarta.persistence.jdbc.password", database.password(),
                        "hibernate.connection.pool_size", "10",
                        "hibernate.generate_statistics", "true",
                        "hibernate.session.events.log", "false"));
    }

    UserId user(String name) {
        return UserId.of(name + suffix);
    }

    /** {@code a_b}. */
    static ConversationId pair(UserId one, UserId other) {
        return ConversationId.of(one + "_" + other);
    }

    /** A group of these, the first its owner; all are known by then. */
    ConversationId group(UserId owner, UserId... others) {
        var wish = new NewConversation(ConversationType.GROUP, List.of(others), Optional.empty(), Optional.empty());
        return in(chat -> chat.conversations.create(owner, wish)).conversation().id();
    }

    MessageView post(UserId author, ConversationId conversation, String text) {
        return in(chat -> chat.messages.post(author, conversation, Draft.text(text)))
                .message();
    }

    List<MessageView> history(UserId reader, ConversationId conversation) {
        return in(chat -> chat.messages.history(
                reader, conversation, OptionalLong.empty(), OptionalLong.empty(), Page.MAX_LIMIT));
    }

    /** What happened, in the order of the commits. */
    List<ChatEvent> facts() {
        return List.copyOf(facts);
    }

    <T extends ChatEvent> List<T> facts(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    void run(Consumer<Services> work) {
        in(chat -> {
            work.accept(chat);
            return true;
        });
    }

    /** One transaction, one second after the one before. */
    <T> T in(Function<Services, T> work) {
        try (EntityManager em = FACTORY.createEntityManager()) {
            var clock = Clock.fixed(START.plusSeconds(seconds.incrementAndGet()), ZoneOffset.UTC);
            var services = new Services(em, clock, settings);
            em.getTransaction().begin();
            try {
                T result = work.apply(services);
                em.getTransaction().commit();
                facts.addAll(services.facts.fired());
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    /** The one text that a query gives, from past the services. */
    static String query(String sql) {
        try (EntityManager em = FACTORY.createEntityManager()) {
            return (String) em.createNativeQuery(sql).getSingleResult();
        }
    }

    /** How many statements the work sends to PostgreSQL, while nobody else does anything. */
    static long statements(Runnable work) {
        var statistics = FACTORY.unwrap(SessionFactory.class).getStatistics();
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }

    /** The work done by so many threads that start at once, each in its own transactions; their results. */
    static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        var executor = Executors.newFixedThreadPool(threads);
        var start = new CyclicBarrier(threads);
        try {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
