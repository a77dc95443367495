package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n\u000b\f\r",
                "\u00a0",
                "\u1680",
                "\u2000\u200a",
                "\u2028\u2029",
                "\u202f\u205f",
                "\u3000",
                "\ufeff"
            })
    void text_is_blank_when_the_trim_of_javascript_leaves_nothing(String text) {
        assertThat(Characters.blank(text)).isTrue();
        assertThatThrownBy(() -> new Content.Text(text)).isInstanceOf(ChatException.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " x ", "\u200b", "\u180e", "\u0085", "\u001c"})
    void text_is_not_blank_by_what_only_java_or_unicode_takes_for_white(String text) {
        assertThat(Characters.blank(text)).isFalse();
        assertThat(new Content.Text(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\ud800", "\udc00b", "\udc00\ud800"})
    void text_that_nobody_could_store_or_send_is_refused(String text) {
        assertThatThrownBy(() -> new Content.Text(text))
                .isInstanceOf(ChatException.Invalid.class)
                .extracting(e -> ((ChatException) e).code())
                .isEqualTo("VALIDATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\0", "\u0085", "\ud800", "\u007f"})
    void an_id_is_printable(String text) {
        assertThatThrownBy(() -> UserId.of(text)).isInstanceOf(ChatException.Invalid.class);
        assertThatThrownBy(() -> ConversationId.of(text)).isInstanceOf(ChatException.Invalid.class);
        assertThatThrownBy(() -> MessageId.of(text)).isInstanceOf(ChatException.Invalid.class);
        assertThatThrownBy(() -> ClientMessageId.of(text)).isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void an_id_has_at_most_128_units() {
        assertThatCode(() -> UserId.of("x".repeat(128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> UserId.of("x".repeat(129))).isInstanceOf(ChatException.Invalid.class);
        assertThatThrownBy(() -> UserId.of("\ud83d\ude00".repeat(65))).isInstanceOf(ChatException.Invalid.class);
    }
}
