package parlance.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.engineio.CloseReason;
import parlance.engineio.ProtocolException;
import parlance.json.JsonText;

class EventsTest {
    private static final String BINARY = "451-[\"a\",{\"_placeholder\":true,\"num\":0}]";

    private final TestServer server = new TestServer();
    private final Namespace main = server.io.of("/");
    private final List<String> calls = new ArrayList<>();

    @Test
    void listeners_hear_the_events_of_their_name_with_all_arguments() {
        main.onConnection(
                socket -> socket.on("a", (event, ack) -> calls.add(event.name() + JsonText.write(event.args()))));

        server.joined().says("42[\"a\"]", "42[\"b\"]", "42[\"a\",1,null,{\"x\":[]}]");

        assertThat(calls).containsExactly("a[]", "a[1,null,{\"x\":[]}]");
    }

    @Test
    void a_number_is_heard_by_the_listeners_of_its_text() {
        main.onConnection(socket -> socket.on("1", (event, ack) -> calls.add(event.name())));

        server.joined().says("42[1]");

        assertThat(calls).containsExactly("1");
    }

    @Test
    void catch_all_listeners_hear_everything_first() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> calls.add("named"))
                .onAny((event, ack) -> calls.add("any " + event.name())));

        server.joined().says("42[\"b\"]", "42[\"a\"]");

        assertThat(calls).containsExactly("any b", "any a", "named");
    }

    @Test
    void a_listener_that_fails_costs_nothing_but_its_own_call() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> {
                    throw new IllegalStateException("first");
                })
                .on("a", (event, ack) -> calls.add("second")));
        var client = server.joined();

        client.says("42[\"a\"]", "42[\"a\"]");

        assertThat(calls).containsExactly("second", "second");
        assertThat(client.closed()).isEmpty();
    }

    @Test
    void a_listener_that_throws_the_exception_of_a_codec_does_not_close_the_session() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> {
            throw new ProtocolException("not the client's");
        }));
        var client = server.joined();

        client.says("42[\"a\"]");

        assertThat(client.closed()).isEmpty();
    }

    @Test
    void attachments_arrive_read_only_beside_their_placeholders() {
        var heard = new AtomicReference<Event>();
        main.onConnection(socket -> socket.on("a", (event, ack) -> heard.set(event)));
        var client = server.joined();

        client.says(BINARY);
        client.says(ByteBuffer.wrap(new byte[] {1, 2}));

        assertThat(heard.get().args()).containsExactly(Event.placeholder(0));
        assertThat(heard.get().attachments()).containsExactly(ByteBuffer.wrap(new byte[] {1, 2}));
        assertThat(heard.get().attachments().get(0).isReadOnly()).isTrue();
    }

    @Test
    void an_event_with_attachments_goes_back_as_it_came() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> {
            socket.emit(event);
            socket.emit(event);
        }));
        var client = server.joined();

        client.says(BINARY);
        client.says(ByteBuffer.wrap(new byte[] {1, 2}));

        assertThat(client.heard()).containsExactly(BINARY, "b:0102", BINARY, "b:0102");
    }

    @Test
    void a_packet_that_misses_an_attachment_closes_only_its_own_session() {
        main.onConnection(socket -> socket.on("a", (event, ack) -> calls.add("a")));
        var other = server.joined();
        var client = server.joined();

        client.says(BINARY, "42[\"b\"]");

        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
        assertThat(other.closed()).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void an_attachment_of_no_packet_closes_the_session() {
        var client = server.joined();

        client.says(ByteBuffer.wrap(new byte[] {1}));

        assertThat(client.closed()).contains(CloseReason.PARSE_ERROR);
    }

    @Test
    void emits_arrive_in_their_order_and_in_their_namespace() {
        server.io.of("/admin").onConnection(socket -> {
            socket.emit(Event.of("a", JsonText.number(1)));
            socket.emit(Event.of("b", JsonValue.NULL, JsonText.string("þ")));
        });
        var client = server.client();

        client.says("40/admin,");

        assertThat(client.heard().subList(1, 3)).containsExactly("42/admin,[\"a\",1]", "42/admin,[\"b\",null,\"þ\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void reserved_names_are_no_events(String name) {
        assertThatThrownBy(() -> Event.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void attachments_need_exactly_one_placeholder_each() {
        var attachments = List.of(ByteBuffer.allocate(1));
        var twice = JsonText.array(List.of(Event.placeholder(0), Event.placeholder(0)));

        assertThatThrownBy(() -> new Event("a", JsonValue.EMPTY_JSON_ARRAY, attachments))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Answer(twice, attachments)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void volatile_emits_are_dropped_while_the_client_does_not_read() {
        server.joined();
        var client = server.client();
        main.onConnection(socket -> socket.on("go", (event, ack) -> {
            client.stopsReading();
            socket.emit(Event.of("waits"));
            socket.emitVolatile(Event.of("lost"));
            main.ifWritable().emit(Event.of("lost too"));
        }));
        client.says("40");
        client.heard();

        client.says("42[\"go\"]");
        client.readsOn();

        assertThat(client.heard()).containsExactly("42[\"waits\"]");
    }

    @Test
    void volatile_emits_arrive_at_a_client_that_reads() {
        main.onConnection(socket -> socket.emitVolatile(Event.of("a")));
        var client = server.client();

        client.says("40");

        assertThat(client.heard()).last().isEqualTo("42[\"a\"]");
    }

    @Test
    void a_thousand_events_of_one_client_are_heard_in_their_order() {
        main.onConnection(socket -> socket.on("n", (event, ack) -> calls.add(JsonText.write(event.args()))));
        var client = server.joined();

        IntStream.range(0, 1_000).forEach(i -> client.says("42[\"n\"," + i + "]"));

        assertThat(calls)
                .isEqualTo(
                        IntStream.range(0, 1_000).mapToObj(i -> "[" + i + "]").toList());
    }
}
