package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final UserId ADA = UserId.of("ada");
    private static final UserId BOB = UserId.of("bob");
    private static final UserId EVE = UserId.of("eve");
    private static final ConversationId ID = ConversationId.of("ada_bob");
    private static final ConversationId ALIAS = ConversationId.of("bob_ada");

    private final Roster roster = new Roster(ID, ConversationType.DIRECT, knownAs());

    @Test
    void everybody_is_named_in_joining_order() {
        assertThat(roster.participants()).containsExactly(BOB, ADA);
        assertThat(roster.others(BOB)).containsExactly(ADA);
        assertThat(roster.others(EVE)).containsExactly(BOB, ADA);
        assertThat(roster.includes(EVE)).isFalse();
    }

    @Test
    void each_participant_has_its_own_name_for_the_conversation() {
        assertThat(roster.knownAs(BOB)).isEqualTo(ALIAS);
        assertThat(roster.knownAs(ADA)).isEqualTo(ID);
        assertThat(roster.knownAs(EVE)).isEqualTo(ID);
        assertThat(roster.names()).containsExactly(ID, ALIAS);
    }

    private static Map<UserId, ConversationId> knownAs() {
        var knownAs = new LinkedHashMap<UserId, ConversationId>();
        knownAs.put(BOB, ALIAS);
        knownAs.put(ADA, ID);
        return knownAs;
    }
}
