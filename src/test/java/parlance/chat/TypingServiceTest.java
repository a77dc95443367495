package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.TypingChanged;

class TypingServiceTest {
    private final Chat chat = new Chat();
    private final UserId ada = chat.user("ada");
    private final UserId bob = chat.user("bob");
    private final ConversationId conversation = chat.group(ada, bob);

    @Test
    void a_participant_who_types_is_told_of() {
        chat.run(tx -> tx.typing.changed(ada, conversation, true));

        assertThat(chat.facts(TypingChanged.class)).singleElement().satisfies(fact -> {
            assertThat(fact.user().id()).isEqualTo(ada);
            assertThat(fact.typing()).isTrue();
            assertThat(fact.roster().others(ada)).containsExactly(bob);
        });
    }

    @Test
    void a_stranger_who_types_is_not() {
        assertThatThrownBy(() -> chat.run(tx -> tx.typing.changed(chat.user("eve"), conversation, true)))
                .isInstanceOf(ChatException.NotFound.class);

        assertThat(chat.facts(TypingChanged.class)).isEmpty();
    }
}
