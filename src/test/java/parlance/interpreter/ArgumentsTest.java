package parlance.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.chat.ChatException.Invalid;
import parlance.chat.ConversationId;
import parlance.json.JsonText;

class ArgumentsTest {
    private static final List<Consumer<Arguments>> QUESTIONS = List.of(
            args -> args.conversation(0),
            args -> args.object(0),
            args -> args.object(0).text("x"),
            args -> args.object(0).texts("x", 10),
            args -> args.object(0).object("x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[null]",
                "[1]",
                "[true]",
                "[[]]",
                "[{\"x\":1}]",
                "[{\"x\":null}]",
                "[{\"x\":[1]}]",
                "[\"\"]"
            })
    void whatever_is_missing_or_of_the_wrong_kind_is_invalid(String sent) {
        assertThat(QUESTIONS).allSatisfy(question -> {
            if (!(sent.startsWith("[{") && question == QUESTIONS.get(1))) {
                assertThatThrownBy(() -> question.accept(args(sent))).isInstanceOf(Invalid.class);
            }
        });
    }

    @Test
    void what_is_there_is_given() {
        var args = args(
                "[{\"text\":\"hi\",\"n\":3.0,\"list\":[\"a\",\"b\"],\"inner\":{\"x\":\"y\"},\"no\":null},\"more\"]");
        var fields = args.object(0);

        assertThat(fields.text("text")).isEqualTo("hi");
        assertThat(fields.optionalText("no")).isEmpty();
        assertThat(fields.optionalText("absent")).isEmpty();
        assertThat(fields.optionalNumber("n")).isEqualTo(OptionalLong.of(3));
        assertThat(fields.optionalNumber("no")).isEmpty();
        assertThat(fields.texts("list", 2)).containsExactly("a", "b");
        assertThat(fields.object("inner").text("x")).isEqualTo("y");
        assertThat(args("[\"c1\"]").conversation(0)).isEqualTo(ConversationId.of("c1"));
    }

    @Test
    void a_list_may_be_too_long() {
        assertThatThrownBy(() -> args("[{\"list\":[\"a\",\"b\"]}]").object(0).texts("list", 1))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e99", "99999999999999999999", "\"1\"", "true", "1e999999999", "-1e-999999999"})
    void a_number_is_whole_and_fits(String number) {
        assertThatThrownBy(() -> args("[{\"n\":" + number + "}]").object(0).optionalNumber("n"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void shapes_can_be_asked_for_without_harm() {
        assertThat(args("[\"x\"]").startWithText()).isTrue();
        assertThat(args("[{}]").startWithText()).isFalse();
        assertThat(args("[]").startWithText()).isFalse();
        assertThat(args("[{}]").startWithObject()).isTrue();
        assertThat(args("[[]]").startWithObject()).isFalse();
        assertThat(args("[{\"a\":null}]").has("a")).isTrue();
        assertThat(args("[null]").has("a")).isFalse();
    }

    private static Arguments args(String json) {
        return new Arguments((JsonArray) JsonText.parse(json));
    }
}
