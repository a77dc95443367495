package parlance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,2.50,-3e2,true,false,null,\"x\"]}",
                "[]",
                "\"text with \\\"quotes\\\" and \\u2028\"",
                "12345678901234567890",
                "null"
            })
    void what_is_parsed_is_written_back_unchanged_in_value(String text) {
        var value = JsonText.parse(text);

        assertThat(JsonText.parse(JsonText.write(value))).isEqualTo(value);
    }

    @Test
    void members_keep_their_order() {
        var text = "{\"z\":1,\"a\":2,\"m\":3}";

        assertThat(JsonText.write(JsonText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\"}", "[1] 2", "nul", "'a'", "\"\\x\"", "\"open", "]", "NaN"})
    void what_is_no_JSON_is_refused(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void nesting_is_bounded_and_brackets_in_strings_do_not_count() {
        var deepest = "[".repeat(JsonText.MAX_DEPTH) + "]".repeat(JsonText.MAX_DEPTH);

        assertThat(JsonText.parse(deepest)).isNotNull();
        assertThat(JsonText.parse("\"" + "[".repeat(1_000) + "\\\"{\"")).isNotNull();
        assertThatThrownBy(() -> JsonText.parse("[" + deepest + "]"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("deeper than 32");
    }

    @Test
    void an_endless_number_is_refused_before_it_costs_time() {
        assertThatThrownBy(() -> JsonText.parse("[" + "9".repeat(900_000) + "]"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("number longer than");
    }

    @Test
    void values_are_built_in_the_order_given() {
        var built = JsonText.object(o -> o.add("b", JsonValue.TRUE)
                .add("a", JsonText.array(List.of(JsonText.number(1), JsonText.string("é"), JsonValue.NULL))));

        assertThat(JsonText.write(built)).isEqualTo("{\"b\":true,\"a\":[1,\"é\",null]}");
    }

    @Test
    void a_text_of_too_many_values_is_refused() {
        assertThatThrownBy(() -> JsonText.parse("[" + "{},".repeat(JsonText.MAX_VALUES) + "0]"))
                .isInstanceOf(JsonException.class);
    }
}
