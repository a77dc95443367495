package parlance.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.engineio.ProtocolException;
import parlance.json.JsonText;

class PacketDecoderTest {
    private static final int MAX_ATTACHMENTS = 10;
    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    private final PacketDecoder decoder = new PacketDecoder(MAX_ATTACHMENTS, namespace -> true);

    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.of("0", new Packet.Connect("/", JsonValue.EMPTY_JSON_OBJECT)),
                Arguments.of("0{}", new Packet.Connect("/", JsonValue.EMPTY_JSON_OBJECT)),
                Arguments.of("0{\"token\":\"t\"}", new Packet.Connect("/", object("{\"token\":\"t\"}"))),
                Arguments.of("0/admin", new Packet.Connect("/admin", JsonValue.EMPTY_JSON_OBJECT)),
                Arguments.of("0/admin,", new Packet.Connect("/admin", JsonValue.EMPTY_JSON_OBJECT)),
                Arguments.of("0/admin,{\"a\":1}", new Packet.Connect("/admin", object("{\"a\":1}"))),
                Arguments.of("0/,{}", new Packet.Connect("/", JsonValue.EMPTY_JSON_OBJECT)),
                Arguments.of("1", new Packet.Disconnect("/")),
                Arguments.of("1/admin,", new Packet.Disconnect("/admin")),
                Arguments.of("1/admin", new Packet.Disconnect("/admin")),
                Arguments.of("2[\"hi\"]", event("/", OptionalLong.empty(), "[\"hi\"]")),
                Arguments.of("2[\"\"]", event("/", OptionalLong.empty(), "[\"\"]")),
                Arguments.of("2[1,2]", event("/", OptionalLong.empty(), "[1,2]")),
                Arguments.of("2[\"a\",null,[],{}]", event("/", OptionalLong.empty(), "[\"a\",null,[],{}]")),
                Arguments.of("20[\"hi\"]", event("/", OptionalLong.of(0), "[\"hi\"]")),
                Arguments.of("212[\"hi\"]", event("/", OptionalLong.of(12), "[\"hi\"]")),
                Arguments.of("2/admin,456[\"hi\"]", event("/admin", OptionalLong.of(456), "[\"hi\"]")),
                Arguments.of("29007199254740991[\"a\"]", event("/", OptionalLong.of((1L << 53) - 1), "[\"a\"]")),
                Arguments.of("2[\"a," + "b\"]", event("/", OptionalLong.empty(), "[\"a,b\"]")),
                Arguments.of("2/a-1/b,[\"a\"]", event("/a-1/b", OptionalLong.empty(), "[\"a\"]")),
                Arguments.of("2[\"þ😀\"]", event("/", OptionalLong.empty(), "[\"þ😀\"]")),
                Arguments.of(
                        "2[\"a\"," + PLACEHOLDER + "]",
                        event("/", OptionalLong.empty(), "[\"a\"," + PLACEHOLDER + "]")),
                Arguments.of("30[]", new Packet.Ack("/", 0, array("[]"), List.of())),
                Arguments.of("3/admin,7[1]", new Packet.Ack("/admin", 7, array("[1]"), List.of())),
                Arguments.of("50-[\"a\"]", event("/", OptionalLong.empty(), "[\"a\"]")));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void a_text_is_the_packet_that_the_protocol_says(String text, Packet packet) {
        assertThat(decoder.text(text)).contains(packet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no type
                "",
                " ",
                "7",
                "8[]",
                "9",
                "-1",
                "a",
                "\u0660[\"a\"]",
                " 2[\"a\"]",
                "[\"a\"]",
                "{}",
                "\0",
                "😀",
                // CONNECT
                "0null",
                "0true",
                "01",
                "01{}",
                "0[]",
                "0\"a\"",
                "0{",
                "0{}{}",
                "0/admin,[]",
                "0/admin,1{}",
                "0admin",
                "0/a,/b,{}",
                "0-1{}",
                "0{\"a\":}",
                "0{} x",
                // DISCONNECT
                "1{}",
                "1[]",
                "1\"bye\"",
                "10",
                "1/admin,{}",
                "1/admin,0",
                "1 ",
                // EVENT
                "2",
                "2[]",
                "2{}",
                "2null",
                "2\"a\"",
                "2[null]",
                "2[true]",
                "2[[\"a\"]]",
                "2[{}]",
                "2[\"a\"",
                "2\"a\"]",
                "2[\"a\"]]",
                "2[\"a\"][\"b\"]",
                "2['a']",
                "2[a]",
                "2[,\"a\"]",
                "2[\"a\",]",
                "2/admin",
                "2/admin,",
                "2/admin[\"a\"]",
                "2,[\"a\"]",
                "2 [\"a\"",
                "2[\"connect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnect\",1]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "20[\"disconnect\"]",
                "2[\"a\",NaN]",
                "2[\"a\",01]",
                "2[\"\\x\"]",
                // ack ids
                "200[\"a\"]",
                "207[\"a\"]",
                "29007199254740992[\"a\"]",
                "299999999999999999999999[\"a\"]",
                "2-1[\"a\"]",
                "2+1[\"a\"]",
                "21.5[\"a\"]",
                "21e3[\"a\"]",
                "2\u0661[\"a\"]",
                "21",
                "20x1[\"a\"]",
                "21-[\"a\"]",
                // ACK
                "3",
                "3[]",
                "31",
                "31{}",
                "31null",
                "3/admin,[]",
                "3-1[]",
                "31.0[]",
                "39007199254740992[]",
                "31[",
                "301[]",
                // CONNECT_ERROR
                "4",
                "4{}",
                "4{\"message\":\"no\"}",
                "4/admin,{\"message\":\"no\"}",
                // BINARY_EVENT
                "5",
                "5[\"a\"]",
                "5-[\"a\"]",
                "51[\"a\"]",
                "5a-[\"a\"]",
                "501-[\"a\"]",
                "5-1-[\"a\"]",
                "5 1-[\"a\"]",
                "51.0-[\"a\"]",
                "511-[\"a\"]",
                "599999999999999999999-[\"a\"]",
                "51-",
                "51-{}",
                "51-[]",
                "51-[\"a\"]",
                "50-[\"a\"," + PLACEHOLDER + "]",
                "51-[\"a\"," + PLACEHOLDER + "," + PLACEHOLDER + "]",
                "52-[\"a\"," + PLACEHOLDER + "]",
                "52-[\"a\"," + PLACEHOLDER + "," + PLACEHOLDER + "]",
                "51-[" + PLACEHOLDER + "]",
                "51-[\"a\",{\"_placeholder\":true}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":1}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":-1}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":\"0\"}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":0.5}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":null}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":[0]}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":1e999999999}]",
                "51-[\"a\",{\"_placeholder\":\"true\",\"num\":0}]",
                "51-[\"a\",{\"_placeholder\":1,\"num\":0}]",
                "51-[\"connect\"," + PLACEHOLDER + "]",
                "51-/admin[\"a\"]",
                // BINARY_ACK
                "6",
                "61-",
                "61-[]",
                "61-1[]",
                "61-[" + PLACEHOLDER + "]",
                "61-1{}",
                "611-1[" + PLACEHOLDER + "]",
                "61-1[" + PLACEHOLDER + "," + PLACEHOLDER + "]"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> decoder.text(text)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void a_namespace_is_read_up_to_512_characters() {
        var longest = "/" + "n".repeat(511);

        assertThat(decoder.text("0" + longest + ","))
                .contains(new Packet.Connect(longest, JsonValue.EMPTY_JSON_OBJECT));
        assertThat(decoder.text("0" + longest)).isPresent();
        assertThatThrownBy(() -> decoder.text("0" + longest + "n,")).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> decoder.text("0/" + "n".repeat(900_000))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void deep_payloads_and_endless_numbers_are_refused() {
        assertThatThrownBy(() -> decoder.text("2[\"a\"," + "[".repeat(100_000) + "]".repeat(100_000) + "]"))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> decoder.text("2" + "1".repeat(900_000) + "[\"a\"]"))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> decoder.text("2[\"a\"," + "1".repeat(900_000) + "]"))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void a_binary_event_is_complete_with_its_last_attachment() {
        var text = "[\"a\",{\"x\":[{\"_placeholder\":true,\"num\":1}]}," + PLACEHOLDER + "]";

        assertThat(decoder.text("52-/admin,3" + text)).isEmpty();
        assertThat(decoder.binary(bytes(1))).isEmpty();
        assertThat(decoder.binary(bytes(2, 3)))
                .contains(new Packet.Event("/admin", OptionalLong.of(3), array(text), List.of(bytes(1), bytes(2, 3))));
        assertThat(decoder.text("1")).isPresent();
    }

    @Test
    void a_binary_ack_is_complete_with_its_last_attachment() {
        assertThat(decoder.text("61-8[" + PLACEHOLDER + "]")).isEmpty();
        assertThat(decoder.binary(bytes()))
                .contains(new Packet.Ack("/", 8, array("[" + PLACEHOLDER + "]"), List.of(bytes())));
    }

    @Test
    void as_many_attachments_as_allowed_are_taken() {
        var placeholders =
                IntStream.range(0, MAX_ATTACHMENTS).mapToObj(Placeholders::of).toList();
        var args = JsonText.write(JsonText.array(placeholders));

        assertThat(decoder.text("610-1" + args)).isEmpty();
        IntStream.range(1, MAX_ATTACHMENTS)
                .forEach(i -> assertThat(decoder.binary(bytes(i))).isEmpty());
        assertThat(decoder.binary(bytes(0))).isPresent();
    }

    @Test
    void attachments_are_not_kept_without_end() {
        decoder.text("52-[\"file\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        decoder.binary(ByteBuffer.allocate(Reassembly.MAX_BYTES));

        assertThatThrownBy(() -> decoder.binary(ByteBuffer.allocate(1))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void nothing_but_connect_is_read_for_a_namespace_that_was_not_joined() {
        var stranger = new PacketDecoder(MAX_ATTACHMENTS, namespace -> namespace.equals("/joined"));

        assertThat(stranger.text("0")).isPresent();
        assertThat(stranger.text("2/joined,[\"hi\"]")).isPresent();
        for (var packet : List.of("2[\"hi\"]", "51-[\"hi\",{\"_placeholder\":true,\"num\":0}]", "30[]", "1")) {
            assertThatThrownBy(() -> stranger.text(packet)).as(packet).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void what_a_client_proves_itself_with_is_short() {
        var longest = "0{\"token\":\"" + "x".repeat(PacketDecoder.MAX_AUTH - 12) + "\"}";

        assertThat(decoder.text(longest)).isPresent();
        assertThatThrownBy(() -> decoder.text(longest + " ")).isInstanceOf(ProtocolException.class);
    }

    @Test
    void an_attachment_of_no_packet_is_refused() {
        assertThatThrownBy(() -> decoder.binary(bytes(1))).isInstanceOf(ProtocolException.class);

        decoder.text("51-[\"a\"," + PLACEHOLDER + "]");
        decoder.binary(bytes(1));
        assertThatThrownBy(() -> decoder.binary(bytes(2))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void text_in_the_middle_of_a_binary_packet_is_refused() {
        decoder.text("51-[\"a\"," + PLACEHOLDER + "]");

        assertThatThrownBy(() -> decoder.text("2[\"a\"]")).isInstanceOf(ProtocolException.class);
    }

    @Test
    void whatever_becomes_of_a_packet_on_its_way_is_a_packet_or_refused() {
        var random = new Random(42);
        var seeds = packets().map(packet -> (String) packet.get()[0]).toList();
        var alphabet = "0123456789-+.,/\\\"[]{}:_aeE \0\u2028\ud800";

        for (int i = 0; i < 10_000; i++) {
            var text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(3));
                text.replace(at, end, String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            assertDecodedOrRefused(text.toString());
        }
    }

    private static void assertDecodedOrRefused(String text) {
        var thrown = catchThrowable(() -> new PacketDecoder(MAX_ATTACHMENTS, namespace -> true).text(text));

        assertThat(Stream.ofNullable(thrown)).as(text).hasOnlyElementsOfType(ProtocolException.class);
    }

    private static Packet event(String namespace, OptionalLong ackId, String args) {
        return new Packet.Event(namespace, ackId, array(args), List.of());
    }

    private static JsonArray array(String text) {
        return JsonText.parse(text).asJsonArray();
    }

    private static JsonObject object(String text) {
        return JsonText.parse(text).asJsonObject();
    }

    private static ByteBuffer bytes(int... values) {
        var bytes = ByteBuffer.allocate(values.length);
        IntStream.of(values).forEach(value -> bytes.put((byte) value));
        return bytes.flip();
    }
}
