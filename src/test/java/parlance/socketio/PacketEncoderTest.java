package parlance.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.json.JsonText;

class PacketEncoderTest {
    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    static Stream<Arguments> packets() {
        var bytes = List.of(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        return Stream.of(
                Arguments.of("0", new Packet.Connect("/", JsonValue.EMPTY_JSON_OBJECT)),
                Arguments.of("0{\"sid\":\"s\"}", new Packet.Connect("/", object("{\"sid\":\"s\"}"))),
                Arguments.of("0/admin,{\"sid\":\"s\"}", new Packet.Connect("/admin", object("{\"sid\":\"s\"}"))),
                Arguments.of("1", new Packet.Disconnect("/")),
                Arguments.of("1/admin,", new Packet.Disconnect("/admin")),
                Arguments.of("2[\"a\",1]", new Packet.Event("/", OptionalLong.empty(), array("[\"a\",1]"), List.of())),
                Arguments.of(
                        "2/admin,13[\"a\"]",
                        new Packet.Event("/admin", OptionalLong.of(13), array("[\"a\"]"), List.of())),
                Arguments.of("30[]", new Packet.Ack("/", 0, array("[]"), List.of())),
                Arguments.of("3/admin,7[null]", new Packet.Ack("/admin", 7, array("[null]"), List.of())),
                Arguments.of(
                        "51-/admin,4[\"a\"," + PLACEHOLDER + "]",
                        new Packet.Event("/admin", OptionalLong.of(4), array("[\"a\"," + PLACEHOLDER + "]"), bytes)),
                Arguments.of(
                        "61-9[" + PLACEHOLDER + "]", new Packet.Ack("/", 9, array("[" + PLACEHOLDER + "]"), bytes)));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void a_packet_is_the_text_that_the_protocol_says_and_comes_back_whole(String text, Packet packet) {
        var frames = PacketEncoder.encode(packet).frames();

        assertThat(frames.get(0).text()).isEqualTo("4" + text);
        assertThat(decoded(text, frames.size() > 1 ? List.of(frames.get(1).bytes()) : List.of()))
                .contains(packet);
    }

    @Test
    void a_refusal_says_why() {
        var refused = new ConnectRefused("no", object("{\"code\":1}"));

        assertThat(PacketEncoder.encode(new Packet.ConnectError("/admin", refused.reason()))
                        .frames())
                .singleElement()
                .satisfies(frame ->
                        assertThat(frame.text()).isEqualTo("44/admin,{\"message\":\"no\",\"data\":{\"code\":1}}"));
    }

    private static Optional<Packet> decoded(String text, List<ByteBuffer> attachments) {
        var decoder = new PacketDecoder(1, namespace -> true);
        var packet = decoder.text(text);
        return attachments.isEmpty() ? packet : decoder.binary(attachments.get(0));
    }

    private static JsonArray array(String text) {
        return JsonText.parse(text).asJsonArray();
    }

    private static JsonObject object(String text) {
        return JsonText.parse(text).asJsonObject();
    }
}
