package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairAliasTest {
    @Test
    void either_half_may_be_the_caller() {
        assertThat(counterparts("user123", "user123_user456")).containsExactly("user456");
        assertThat(counterparts("user456", "user123_user456")).containsExactly("user123");
    }

    @Test
    void ids_with_underscores_are_found_whole() {
        assertThat(counterparts("test_user", "test_user_other_user")).containsExactly("other_user");
        assertThat(counterparts("other_user", "test_user_other_user")).containsExactly("test_user");
        assertThat(counterparts("test", "test_user_other_user")).containsExactly("user_other_user");
    }

    @Test
    void an_id_that_can_be_read_in_two_ways_is_first_read_from_its_beginning() {
        assertThat(counterparts("a", "a_b_a")).containsExactly("b_a", "a_b");
    }

    @Test
    void an_id_that_names_nobody_else_means_nothing() {
        assertThat(counterparts("a", "a_a")).isEmpty();
        assertThat(counterparts("a", "a_")).isEmpty();
        assertThat(counterparts("a", "_a")).isEmpty();
        assertThat(counterparts("a", "_")).isEmpty();
        assertThat(counterparts("a", "b_c")).isEmpty();
        assertThat(counterparts("a", "ab_c")).isEmpty();
    }

    private static List<String> counterparts(String caller, String id) {
        return PairAlias.counterparts(UserId.of(caller), ConversationId.of(id)).stream()
                .map(UserId::text)
                .toList();
    }
}
