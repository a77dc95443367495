package parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.chat.ChatException;

class QueryTest {
    @Test
    void what_is_absent_has_its_default() {
        assertThat(Query.limit("", 50)).isEqualTo(50);
        assertThat(Query.number("before", "")).isEmpty();
        assertThat(Query.flag("archived", "")).isFalse();
        assertThat(Query.text("")).isEmpty();
    }

    @Test
    void what_is_given_is_read() {
        assertThat(Query.limit("7", 50)).isEqualTo(7);
        assertThat(Query.limit("999999999999", 50)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Query.number("before", "12")).hasValue(12);
        assertThat(Query.flag("archived", "true")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", " 1", "99999999999999999999", "١"})
    void what_is_no_whole_number_is_refused(String text) {
        assertThatThrownBy(() -> Query.number("before", text))
                .isInstanceOf(ChatException.Invalid.class)
                .hasMessage("before must be a whole number");
    }

    @Test
    void instants_have_three_decimals_whatever_they_are() {
        assertThat(Json.instant(Instant.parse("2024-01-15T10:30:00Z"))).isEqualTo("2024-01-15T10:30:00.000Z");
        assertThat(Json.instant(Instant.parse("2024-01-15T10:30:00.123987Z"))).isEqualTo("2024-01-15T10:30:00.123Z");
    }
}
