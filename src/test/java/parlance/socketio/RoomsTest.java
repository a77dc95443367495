package parlance.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.engineio.TestClient;

class RoomsTest {
    private static final Room RED = Room.of("red");
    private static final Room BLUE = Room.of("blue");
    private static final String HEARD = "42[\"a\"]";

    private final TestServer server = new TestServer();
    private final Namespace main = server.io.of("/");
    private final List<Socket> sockets = new ArrayList<>();
    private TestClient adasClient;
    private TestClient bobsClient;
    private Socket ada;
    private Socket bob;

    @BeforeEach
    void ada_in_red_and_bob_in_red_and_blue() {
        main.onConnection(sockets::add);
        adasClient = server.joined();
        bobsClient = server.joined();
        ada = sockets.get(0);
        bob = sockets.get(1);
        ada.join(RED);
        bob.join(RED);
        bob.join(BLUE);
    }

    @Test
    void a_socket_knows_its_rooms_and_a_namespace_who_is_in_them() {
        assertThat(ada.rooms()).containsExactlyInAnyOrder(ada.id().room(), RED);
        assertThat(main.sockets(RED)).containsExactlyInAnyOrder(ada, bob);
        assertThat(main.sockets(BLUE)).containsExactly(bob);
        assertThat(main.sockets()).containsExactlyInAnyOrder(ada, bob);
        assertThat(main.inhabited(BLUE)).isTrue();

        bob.leave(BLUE);

        assertThat(main.inhabited(BLUE)).isFalse();
        assertThat(main.sockets(BLUE)).isEmpty();
    }

    @Test
    void an_emit_of_the_namespace_is_for_everybody_in_it() {
        server.io.of("/admin");
        var adminsClient = server.client();
        adminsClient.says("40/admin,");
        adminsClient.heard();

        main.emit(Event.of("a"));

        assertHeard(1, 1);
        assertThat(adminsClient.heard()).isEmpty();
    }

    @Test
    void an_emit_to_several_rooms_reaches_each_once() {
        main.to(RED).in(BLUE).emit(Event.of("a"));

        assertHeard(1, 1);
    }

    @Test
    void an_emit_to_a_room_is_for_those_in_it() {
        main.in(BLUE).emit(Event.of("a"));
        main.to(ada.id().room()).emit(Event.of("a"));

        assertHeard(1, 1);
    }

    @Test
    void rooms_and_sockets_can_be_excepted() {
        main.except(BLUE).emit(Event.of("a"));
        assertHeard(1, 0);

        main.to(RED).except(ada.id()).emit(Event.of("a"));
        assertHeard(0, 1);
    }

    @Test
    void a_broadcast_of_a_socket_is_for_the_others() {
        ada.broadcast().emit(Event.of("a"));
        assertHeard(0, 1);

        bob.to(RED).emit(Event.of("a"));
        assertHeard(1, 0);

        ada.except(BLUE).emit(Event.of("a"));
        assertHeard(0, 0);
    }

    @Test
    void an_operator_is_a_value() {
        var red = main.to(RED);

        red.except(bob.id());
        red.to(BLUE);
        red.emit(Event.of("a"));

        assertHeard(1, 1);
    }

    @Test
    void who_leaves_the_namespace_is_in_no_room() {
        bobsClient.says("41");

        main.to(RED).emit(Event.of("a"));
        bob.join(BLUE);

        assertHeard(1, 0);
        assertThat(bob.rooms()).isEmpty();
        assertThat(main.inhabited(BLUE)).isFalse();
    }

    private void assertHeard(int times, int bobsTimes) {
        assertThat(adasClient.heard()).hasSize(times).containsOnly(expected(times));
        assertThat(bobsClient.heard()).hasSize(bobsTimes).containsOnly(expected(bobsTimes));
    }

    private static String[] expected(int times) {
        return times == 0 ? new String[0] : new String[] {HEARD};
    }
}
