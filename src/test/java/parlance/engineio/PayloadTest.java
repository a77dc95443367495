package parlance.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    @Test
    void packets_are_separated_by_the_record_separator_and_bytes_are_base64() {
        var frames = List.of(
                Frame.text("héllo"),
                Frame.binary(ByteBuffer.wrap(new byte[] {1, 2, 3, 4})),
                Frame.of(Packet.Type.PING, ""));

        assertThat(Payload.encode(frames)).isEqualTo("4héllo\u001ebAQIDBA==\u001e2");
    }

    @Test
    void a_payload_is_read_packet_by_packet() {
        assertThat(Payload.decode("4hello\u001e2probe\u001ebAQIDBA==\u001e3", 10))
                .containsExactly(
                        new Packet.Text(Packet.Type.MESSAGE, "hello"),
                        new Packet.Text(Packet.Type.PING, "probe"),
                        new Packet.Binary(ByteBuffer.wrap(new byte[] {1, 2, 3, 4})),
                        new Packet.Text(Packet.Type.PONG, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "7", "4a\u001e", "\u001e4a", "4a\u001e\u001e4b", "4a\u001ex", "b!", "bA", "-1", "é"})
    void a_payload_with_one_packet_that_is_none_is_none(String body) {
        assertThatThrownBy(() -> Payload.decode(body, 10)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void the_number_of_packets_is_bounded() {
        var ten = String.join("\u001e", java.util.Collections.nCopies(10, "4"));

        assertThat(Payload.decode(ten, 10)).hasSize(10);
        assertThatThrownBy(() -> Payload.decode(ten + "\u001e4", 10)).hasMessageContaining("more than 10 packets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "€", "😀", "a😀é€"})
    void the_size_of_a_frame_is_that_of_its_bytes(String text) {
        assertThat(Frame.text(text).size())
                .isEqualTo(("4" + text).getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }
}
