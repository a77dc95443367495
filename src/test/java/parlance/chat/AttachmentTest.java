package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://example.org/a/../b?c=d#e",
                "/uploads/chat/image123.jpg",
                "/uploads/chat/r%C3%A9sum%C3%A9.pdf",
                "/uploads/chat/katze-\u732b.png"
            })
    void an_address_or_an_upload_is_accepted(String url) {
        assertThat(attachment(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://example.org/",
                "https:",
                "https://",
                "https:///etc",
                "https:\\\\example.org",
                "https://example.org/a b",
                "https://example.org/\u0000",
                "javascript:alert(1)",
                "JavaScript:alert(1)//https://",
                "data:text/html,hello",
                " https://example.org",
                "//example.org/uploads/chat/x",
                "/uploads/chat/",
                "/uploads/chat/..",
                "/uploads/chat/.",
                "/uploads/chat/../secret",
                "/uploads/chat/a/b",
                "/uploads/chat/%2e%2E",
                "/uploads/chat/..%2fsecret",
                "/uploads/chat/a\\b",
                "/uploads/chat/a?b",
                "/uploads/other/a.jpg",
                "uploads/chat/a.jpg"
            })
    void anything_else_is_refused(String url) {
        assertThatThrownBy(() -> attachment(url)).isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void a_size_is_not_negative_and_a_name_is_one_line() {
        var url = "https://example.org/a";
        assertThatThrownBy(() -> new Attachment(url, Optional.empty(), OptionalLong.of(-1)))
                .isInstanceOf(ChatException.Invalid.class);
        assertThatThrownBy(() -> new Attachment(url, Optional.of("a\nb"), OptionalLong.empty()))
                .isInstanceOf(ChatException.Invalid.class);
        assertThatThrownBy(() -> new Attachment(url, Optional.of("x".repeat(256)), OptionalLong.empty()))
                .isInstanceOf(ChatException.Invalid.class);
        assertThat(new Attachment(url, Optional.of(" "), OptionalLong.of(0)).name())
                .isEmpty();
    }

    private static Attachment attachment(String url) {
        return new Attachment(url, Optional.empty(), OptionalLong.empty());
    }
}
