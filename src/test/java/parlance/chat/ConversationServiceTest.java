package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.chat.ConversationType.DIRECT;
import static parlance.chat.ConversationType.GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.ConversationCreated;
import parlance.chat.ChatEvent.MessagePosted;

class ConversationServiceTest {
    private final Chat chat = new Chat();
    private final UserId ada = chat.user("ada");
    private final UserId bob = chat.user("bob");
    private final UserId eve = chat.user("eve");

    @Test
    void a_pair_in_either_order_is_one_conversation_each_knows_by_the_id_it_used() {
        var asAda = enterDirect(ada, Chat.pair(ada, bob));
        var asBob = enterDirect(bob, Chat.pair(bob, ada));

        assertThat(asBob.roster().id()).isEqualTo(asAda.roster().id()).isEqualTo(Chat.pair(ada, bob));
        assertThat(asBob.asked()).isEqualTo(Chat.pair(bob, ada));
        assertThat(asBob.roster().knownAs(ada)).isEqualTo(Chat.pair(ada, bob));
        assertThat(asBob.roster().knownAs(bob)).isEqualTo(Chat.pair(bob, ada));
        assertThat(chat.facts(ConversationCreated.class)).singleElement().satisfies(fact -> {
            assertThat(fact.by()).isEqualTo(ada);
            assertThat(fact.conversation().type()).isEqualTo(DIRECT);
        });
    }

    @Test
    void a_message_is_told_with_the_alias_each_participant_used() {
        enterDirect(bob, Chat.pair(bob, ada));

        var posted = chat.in(tx -> tx.messages.postDirect(ada, Chat.pair(ada, bob), Draft.text("hello")));

        assertThat(posted.message().conversation()).isEqualTo(Chat.pair(ada, bob));
        assertThat(chat.facts(MessagePosted.class)).singleElement().satisfies(fact -> {
            assertThat(fact.message().conversation()).isEqualTo(Chat.pair(bob, ada));
            assertThat(fact.roster().knownAs(ada)).isEqualTo(Chat.pair(ada, bob));
            assertThat(fact.roster().names()).containsExactly(Chat.pair(bob, ada), Chat.pair(ada, bob));
        });
    }

    @Test
    void a_pair_that_meets_in_many_connections_at_once_has_one_conversation() throws Exception {
        var turn = new AtomicInteger();

        var posted = Chat.atOnce(8, () -> {
            boolean ofAda = turn.getAndIncrement() % 2 == 0;
            var author = ofAda ? ada : bob;
            var id = ofAda ? Chat.pair(ada, bob) : Chat.pair(bob, ada);
            return chat.in(tx -> tx.messages.postDirect(author, id, Draft.text("hello")));
        });

        assertThat(posted)
                .extracting(one -> one.message().seq())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(chat.facts(ConversationCreated.class)).hasSize(1);
    }

    @Test
    void a_user_who_was_only_mentioned_is_named_by_its_id() {
        enterDirect(ada, Chat.pair(ada, bob));

        Optional<UserView> found = chat.in(tx -> tx.users.find(bob));
        assertThat(found).contains(new UserView(bob, bob.text(), Optional.empty()));
    }

    @Test
    void a_user_who_is_known_is_meant_rather_than_one_who_is_not() {
        var known = UserId.of(ada + "_x");
        meet(known);

        var entered = enterDirect(ada, ConversationId.of(ada + "_x_" + ada));

        assertThat(entered.roster().participants()).containsExactlyInAnyOrder(ada, known);
    }

    @Test
    void nobody_is_a_pair_with_itself_or_enters_that_of_others() {
        enterDirect(ada, Chat.pair(ada, bob));

        for (var id : List.of(Chat.pair(eve, eve), Chat.pair(ada, bob), ConversationId.of("nowhere"))) {
            assertThatThrownBy(() -> enterDirect(eve, id))
                    .isInstanceOf(ChatException.NotFound.class)
                    .hasMessage("Conversation not found");
            assertThatThrownBy(() -> chat.in(tx -> tx.conversations.get(eve, id)))
                    .isInstanceOf(ChatException.NotFound.class);
        }
        assertThatThrownBy(() -> chat.in(tx -> tx.conversations.enter(ada, Chat.pair(ada, eve))))
                .isInstanceOf(ChatException.NotFound.class);
    }

    @Test
    void a_group_that_took_the_id_of_a_pair_does_not_get_its_messages() {
        create(eve, GROUP, Chat.pair(ada, bob), chat.user("mallory"));

        var posted = chat.in(tx -> tx.messages.postDirect(ada, Chat.pair(ada, bob), Draft.text("secret")));

        assertThat(posted.message().conversation()).isEqualTo(Chat.pair(ada, bob));
        assertThat(chat.facts(MessagePosted.class)).singleElement().satisfies(fact -> {
            assertThat(fact.roster().participants()).containsExactlyInAnyOrder(ada, bob);
            assertThat(fact.roster().id()).isNotEqualTo(Chat.pair(ada, bob));
            assertThat(fact.roster().knownAs(ada)).isEqualTo(Chat.pair(ada, bob));
            assertThat(fact.roster().knownAs(bob)).isEqualTo(Chat.pair(ada, bob));
        });
        assertThat(chat.history(eve, Chat.pair(ada, bob))).isEmpty();
    }

    @Test
    void no_conversation_can_have_the_id_of_the_pair_of_one_of_its_participants() {
        for (var type : List.of(GROUP, DIRECT)) {
            assertThatThrownBy(() -> create(eve, type, Chat.pair(ada, bob), ada))
                    .isInstanceOf(ChatException.Invalid.class);
        }
        assertThat(create(ada, DIRECT, Chat.pair(ada, bob), bob).created()).isTrue();
    }

    @Test
    void a_group_has_its_creator_as_owner_and_everybody_once() {
        var wish = new NewConversation(GROUP, List.of(bob, ada, bob, eve), Optional.of("Friends"), Optional.empty());

        var created = chat.in(tx -> tx.conversations.create(ada, wish));

        assertThat(created.created()).isTrue();
        assertThat(created.conversation().name()).contains("Friends");
        assertThat(created.conversation().participants())
                .extracting(one -> one.user().id())
                .containsExactly(ada, bob, eve);
        assertThat(created.conversation().participants())
                .extracting(ParticipantView::role)
                .containsExactly(Role.OWNER, Role.MEMBER, Role.MEMBER);
        assertThat(chat.facts(ConversationCreated.class))
                .extracting(ConversationCreated::conversation)
                .containsExactly(created.conversation());
    }

    @Test
    void the_direct_conversation_of_a_pair_is_made_once() {
        var wish = new NewConversation(DIRECT, List.of(bob), Optional.empty(), Optional.empty());
        var first = chat.in(tx -> tx.conversations.create(ada, wish));

        var again = chat.in(tx -> tx.conversations.create(ada, wish));

        assertThat(again).isEqualTo(new Created(first.conversation(), false));
        assertThat(chat.facts(ConversationCreated.class)).hasSize(1);
        assertThat(chat.in(tx -> tx.conversations.enter(bob, Chat.pair(bob, ada)))
                        .roster()
                        .id())
                .isEqualTo(first.conversation().id());
    }

    @Test
    void a_direct_conversation_needs_exactly_one_other() {
        for (var others : List.of(List.<UserId>of(), List.of(ada), List.of(bob, eve))) {
            var wish = new NewConversation(DIRECT, others, Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> chat.in(tx -> tx.conversations.create(ada, wish)))
                    .isInstanceOf(ChatException.Invalid.class);
        }
    }

    @Test
    void an_id_is_given_once_even_at_once() throws Exception {
        var id = ConversationId.of("club of " + ada);

        var outcomes = Chat.atOnce(4, () -> {
            try {
                return create(ada, GROUP, id, bob).conversation().id().text();
            } catch (ChatException.Conflict e) {
                return e.code();
            }
        });

        assertThat(outcomes).containsExactlyInAnyOrder(id.text(), "CONFLICT", "CONFLICT", "CONFLICT");
    }

    @Test
    void conversations_are_listed_by_newest_activity_page_by_page() {
        var first = chat.group(ada, bob);
        var second = chat.group(bob, ada);
        var third = chat.group(ada, eve);
        chat.group(bob, eve);
        chat.post(bob, first, "news");

        var seen = new ArrayList<ConversationId>();
        var cursor = Optional.<String>empty();
        do {
            var after = cursor;
            var page = chat.in(tx -> tx.conversations.list(ada, false, 2, after));
            page.items().forEach(item -> seen.add(item.id()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).containsExactly(first, third, second);
        assertThat(chat.in(tx -> tx.conversations.list(ada, true, 2, Optional.empty()))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> chat.in(tx -> tx.conversations.list(ada, false, 2, Optional.of("made up"))))
                .isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void a_list_costs_the_same_few_statements_however_long_it_is() {
        for (int i = 0; i < 5; i++) {
            chat.post(bob, chat.group(ada, bob, eve), "hello");
        }

        for (int limit : List.of(1, 5)) {
            assertThat(Chat.statements(() -> chat.in(tx -> tx.conversations.list(ada, false, limit, Optional.empty()))))
                    .isEqualTo(5);
        }
    }

    @Test
    void a_conversation_shows_its_last_message_and_what_is_unread_under_the_callers_alias() {
        var asked = enterDirect(bob, Chat.pair(bob, ada)).asked();
        chat.run(tx -> tx.messages.postDirect(ada, Chat.pair(ada, bob), Draft.text("one")));
        chat.post(ada, asked, "two");

        var listed = chat.in(tx -> tx.conversations.list(bob, false, 10, Optional.empty()))
                .items();

        assertThat(listed).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(asked);
            assertThat(item.lastSeq()).isEqualTo(2);
            assertThat(item.unread()).isEqualTo(2);
            assertThat(item.lastMessage()).hasValueSatisfying(last -> {
                assertThat(last.conversation()).isEqualTo(asked);
                assertThat(last.content()).isEqualTo(new Content.Text("two"));
            });
        });
    }

    private Participation enterDirect(UserId caller, ConversationId asked) {
        return chat.in(tx -> tx.conversations.enterDirect(caller, asked));
    }

    private Created create(UserId owner, ConversationType type, ConversationId id, UserId... others) {
        var wish = new NewConversation(type, List.of(others), Optional.empty(), Optional.of(id));
        return chat.in(tx -> tx.conversations.create(owner, wish));
    }

    private void meet(UserId user) {
        chat.run(tx -> tx.users.met(new UserProfile(user, IdKind.TEXT, user.text(), Optional.empty())));
    }
}
