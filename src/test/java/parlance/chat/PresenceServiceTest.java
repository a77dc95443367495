package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.PresenceChanged;
import parlance.chat.ChatSettings.PresenceScope;

class PresenceServiceTest {
    private final Chat chat = new Chat();
    private final UserId ada = chat.user("ada");
    private final UserId bob = chat.user("bob");
    private final UserId eve = chat.user("eve");

    @Test
    void those_who_share_a_conversation_hear_of_a_user_coming_and_going() {
        chat.group(ada, bob);
        chat.group(bob, ada, chat.user("zoe"));
        chat.group(bob, eve);

        chat.run(tx -> tx.presence.online(ada));
        chat.run(tx -> tx.presence.offline(ada));

        var contacts = new Audience.Contacts(Set.of(bob, chat.user("zoe")));
        var lastSeen = status(chat, bob, ada).lastSeen();
        assertThat(lastSeen).isPresent();
        assertThat(chat.facts(PresenceChanged.class))
                .containsExactly(
                        new PresenceChanged(ada, true, Optional.empty(), contacts),
                        new PresenceChanged(ada, false, lastSeen, contacts));
    }

    @Test
    void everyone_hears_of_it_where_the_settings_say_so() {
        var open = new Chat(new ChatSettings(100, PresenceScope.EVERYONE));

        open.run(tx -> tx.presence.online(ada));

        assertThat(open.facts(PresenceChanged.class))
                .containsExactly(new PresenceChanged(ada, true, Optional.empty(), new Audience.Everyone()));
        assertThat(status(open, eve, ada).visible()).isTrue();
    }

    @Test
    void strangers_see_no_more_than_of_somebody_who_does_not_exist() {
        chat.group(ada, bob);
        chat.run(tx -> tx.presence.offline(ada));

        assertThat(status(chat, eve, ada))
                .isEqualTo(status(chat, eve, UserId.of("nobody")))
                .isEqualTo(new PresenceView(false, Optional.empty()));
        assertThat(status(chat, ada, ada).lastSeen()).isPresent();
        assertThat(status(chat, ada, bob)).isEqualTo(new PresenceView(true, Optional.empty()));
    }

    private static PresenceView status(Chat chat, UserId asker, UserId whom) {
        return chat.in(tx -> tx.presence.status(asker, whom));
    }
}
