package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import parlance.support.Deployments;

/** What only a container has: its own JPA provider, and JTA around every use case. */
@ArquillianTest
class SchemaIT {
    private static final int WRITERS = 8;
    private static final int MESSAGES = 10;

    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    @Inject
    UserTransaction transaction;

    @Resource
    ManagedExecutorService executor;

    @Inject
    ConversationService conversations;

    @Inject
    MessageService messages;

    @Inject
    CommittedFacts facts;

    private final UserId ada = UserId.of("ada-" + UUID.randomUUID());
    private final UserId bob = UserId.of("bob-" + UUID.randomUUID());

    @Deployment
    static WebArchive parlance() {
        return Deployments.parlanceWith(SchemaIT.class, CommittedFacts.class, Deployments.class);
    }

    @Test
    void every_entity_can_be_read_from_the_schema_as_it_is() {
        var entities = em.getMetamodel().getEntities().stream()
                .map(EntityType::getName)
                .toList();

        assertThat(entities).containsExactlyInAnyOrder("Conversation", "Message", "Participant", "User");
        for (var entity : entities) {
            List<?> rows = em.createQuery("select e from " + entity + " e")
                    .setMaxResults(1)
                    .getResultList();
            assertThat(rows.size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void what_a_user_may_not_do_takes_back_what_was_done_in_the_same_transaction() throws Exception {
        var conversation = conversation();
        messages.post(ada, conversation, Draft.text("first"));

        transaction.begin();
        messages.post(ada, conversation, Draft.text("never"));
        assertThatThrownBy(() -> messages.post(UserId.of("eve"), conversation, Draft.text("no")))
                .isInstanceOf(ChatException.NotFound.class);
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        transaction.rollback();

        messages.post(ada, conversation, Draft.text("second"));
        assertThat(texts(conversation)).containsExactly("first", "second");
        assertThat(seqs(conversation)).containsExactly(1L, 2L);
        assertThat(facts.texts(conversation)).containsExactly("first", "second");
    }

    @Test
    void a_refused_message_takes_no_seq_and_is_no_fact() {
        var conversation = conversation();
        var stranger = new Draft(new Content.Text("no"), Optional.of(UserId.of("eve")), Optional.empty());

        assertThatThrownBy(() -> messages.post(ada, conversation, stranger))
                .isInstanceOf(ChatException.NotParticipant.class);

        messages.post(bob, conversation, Draft.text("first"));
        assertThat(seqs(conversation)).containsExactly(1L);
        assertThat(facts.texts(conversation)).containsExactly("first");
    }

    @Test
    void a_failure_after_the_post_leaves_neither_message_nor_fact() throws Exception {
        var conversation = conversation();

        transaction.begin();
        var lost = messages.post(ada, conversation, Draft.text("lost"));
        assertThat(lost.message().seq()).isEqualTo(1);
        transaction.rollback();

        assertThat(texts(conversation)).isEmpty();
        assertThat(messages.post(bob, conversation, Draft.text("kept"))
                        .message()
                        .seq())
                .isEqualTo(1);
        assertThat(facts.texts(conversation)).containsExactly("kept");
    }

    @Test
    void concurrent_writers_leave_no_hole() throws Exception {
        var conversation = conversation();
        Callable<Boolean> writing = () -> {
            IntStream.range(0, MESSAGES)
                    .forEach(i -> messages.post(i % 2 == 0 ? ada : bob, conversation, Draft.text("hi")));
            return true;
        };

        var writers = new ArrayList<Callable<Boolean>>();
        IntStream.range(0, WRITERS).forEach(i -> writers.add(writing));
        for (var writer : executor.invokeAll(writers, 30, TimeUnit.SECONDS)) {
            assertThat(writer.get()).isTrue();
        }

        assertThat(seqs(conversation))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) WRITERS * MESSAGES)
                        .boxed()
                        .toList());
        assertThat(facts.texts(conversation)).hasSize(WRITERS * MESSAGES);
    }

    private ConversationId conversation() {
        var wish = new NewConversation(ConversationType.DIRECT, List.of(bob), Optional.empty(), Optional.empty());
        return conversations.create(ada, wish).conversation().id();
    }

    private List<MessageView> history(ConversationId conversation) {
        return messages.history(bob, conversation, OptionalLong.empty(), OptionalLong.of(0), Page.MAX_LIMIT);
    }

    private List<Long> seqs(ConversationId conversation) {
        return history(conversation).stream().map(MessageView::seq).toList();
    }

    private List<String> texts(ConversationId conversation) {
        return history(conversation).stream()
                .map(message -> ((Content.Text) message.content()).text())
                .toList();
    }
}
