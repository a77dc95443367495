package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parlance.chat.ChatEvent.TypingChanged;
import parlance.chat.ConversationId;
import parlance.chat.ConversationType;
import parlance.chat.Roster;
import parlance.chat.UserId;
import parlance.chat.UserView;
import parlance.engineio.ManualTimer;

class TypingTest {
    private final ManualTimer time = new ManualTimer();
    private final List<String> stopped = new ArrayList<>();
    private final Typing typing = new Typing(
            (delay, task) -> time.schedule(delay, task)::cancel, conversation -> stopped.add(conversation.text()));

    @Test
    void who_gives_no_sign_for_ten_seconds_has_stopped() {
        typing.follow(changed("c1", true));
        time.advance(Duration.ofSeconds(9));
        typing.follow(changed("c1", true));
        time.advance(Duration.ofSeconds(9));
        assertThat(stopped).isEmpty();

        time.advance(Duration.ofSeconds(1));
        assertThat(stopped).containsExactly("c1");
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void who_has_said_so_is_not_stopped_again() {
        typing.follow(changed("c1", true));
        typing.follow(changed("c1", false));
        typing.stop(ConversationId.of("c1"));
        typing.stopAll();
        time.advance(Duration.ofMinutes(1));

        assertThat(stopped).isEmpty();
    }

    @Test
    void at_the_end_all_typing_stops() {
        typing.follow(changed("c1", true));
        typing.follow(changed("c2", true));

        typing.stopAll();
        time.advance(Duration.ofMinutes(1));

        assertThat(stopped).containsExactly("c1", "c2");
    }

    @Test
    void nobody_types_in_more_conversations_than_hands_can_reach() {
        for (int i = 0; i <= Typing.LIMIT; i++) {
            typing.follow(changed("c" + i, true));
        }

        assertThat(stopped).containsExactly("c0");
        assertThat(time.scheduled()).isEqualTo(Typing.LIMIT);
    }

    private static TypingChanged changed(String conversation, boolean now) {
        var ada = UserId.of("ada");
        var id = ConversationId.of(conversation);
        return new TypingChanged(
                new Roster(id, ConversationType.GROUP, Map.of(ada, id)),
                new UserView(ada, "Ada", Optional.empty()),
                now);
    }
}
