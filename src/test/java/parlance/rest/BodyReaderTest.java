package parlance.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.chat.ChatException;

class BodyReaderTest {
    @Test
    void members_are_read_as_what_they_are() throws IOException {
        var body = read("{\"text\":\"h\\u00ef\",\"ids\":[\"a\",\"b\"],\"size\":12,\"nothing\":null}");

        assertThat(body.required("text")).isEqualTo("hï");
        assertThat(body.texts("ids")).containsExactly("a", "b");
        assertThat(body.size("size")).hasValue(12);
    }

    @Test
    void a_member_that_is_null_is_absent() throws IOException {
        var body = read("{\"nothing\":null}");

        assertThat(body.text("nothing")).isEmpty();
        assertThat(body.texts("nothing")).isEmpty();
        assertThat(body.size("nothing")).isEqualTo(OptionalLong.empty());
        assertThatThrownBy(() -> body.required("nothing")).hasMessage("nothing is missing");
    }

    @Test
    void a_member_of_another_kind_is_refused() throws IOException {
        var body = read("{\"number\":5,\"text\":\"5\",\"mixed\":[\"a\",1],\"half\":0.5,\"negative\":-1,\"huge\":1e30,"
                + "\"long\":18446744073709551617}");

        assertThatThrownBy(() -> body.text("number")).hasMessage("number must be text");
        assertThatThrownBy(() -> body.texts("text")).hasMessage("text must be a list of texts");
        assertThatThrownBy(() -> body.texts("mixed")).hasMessage("mixed must be text");
        for (var name : new String[] {"text", "half", "negative", "huge", "long"}) {
            assertThatThrownBy(() -> body.size(name)).hasMessage(name + " must be a whole number");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "}", "[]", "null", "5", "\"text\"", "{} x", "{}{}", "{\"a\":}", "{'a':1}", "\u0000"})
    void what_is_no_JSON_object_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void what_is_nested_too_deeply_is_refused() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(ChatException.Invalid.class)
                .hasMessage("The body is nested too deeply");
    }

    @Test
    void an_endless_number_is_refused() {
        assertThatThrownBy(() -> read("{\"size\":" + "1".repeat(5_000) + "}"))
                .isInstanceOf(ChatException.Invalid.class);
    }

    @Test
    void more_than_a_mebibyte_is_not_read() {
        var longest = "{\"a\":\"" + "x".repeat(BodyReader.MAX_BYTES) + "\"}";

        assertThatThrownBy(() -> read(longest)).isInstanceOf(TooLarge.class);
    }

    private static Body read(String text) throws IOException {
        return new BodyReader()
                .readFrom(
                        Body.class,
                        Body.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
