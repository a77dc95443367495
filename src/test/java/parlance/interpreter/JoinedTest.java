package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import parlance.chat.ConversationId;
import parlance.chat.ConversationType;
import parlance.chat.Participation;
import parlance.chat.Roster;
import parlance.chat.UserId;

class JoinedTest {
    private static final ConversationId CONVERSATION = ConversationId.of("c1");
    private static final ConversationId MINE = ConversationId.of("ada_bob");
    private static final ConversationId THEIRS = ConversationId.of("bob_ada");

    @Test
    void what_was_joined_under_one_id_is_left_under_any_other() {
        for (var name : new ConversationId[] {CONVERSATION, MINE, THEIRS}) {
            var joined = new Joined();
            joined.add(participation());

            assertThat(joined.remove(name)).contains(participation());
            assertThat(joined.remove(name)).isEmpty();
            assertThat(joined.size()).isZero();
        }
    }

    @Test
    void a_name_is_known_as_long_as_a_socket_uses_it() {
        var names = new JoinedNames();
        names.joined(CONVERSATION, MINE);
        names.joined(CONVERSATION, MINE);
        names.joined(CONVERSATION, THEIRS);

        names.left(CONVERSATION, MINE);
        assertThat(names.of(CONVERSATION)).containsExactlyInAnyOrder(MINE, THEIRS);

        names.left(CONVERSATION, MINE);
        assertThat(names.of(CONVERSATION)).containsExactly(THEIRS);

        names.left(CONVERSATION, THEIRS);
        assertThat(names.of(CONVERSATION)).isEmpty();
        assertThat(names.size()).isZero();
    }

    private static Participation participation() {
        var knownAs = new LinkedHashMap<UserId, ConversationId>();
        knownAs.put(UserId.of("ada"), MINE);
        knownAs.put(UserId.of("bob"), THEIRS);
        return new Participation(new Roster(CONVERSATION, ConversationType.DIRECT, knownAs), MINE);
    }
}
