package parlance.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every adapter does for the sockets of its own server. */
interface AdapterContract {
    Room RED = Room.of("red");
    Room BLUE = Room.of("blue");
    EncodedPacket PACKET = new EncodedPacket("2[\"a\"]", List.of());

    Adapter adapter();

    @Test
    default void a_socket_that_enters_is_in_the_room_of_its_own_id() {
        var ada = enter("ada");

        assertThat(adapter().rooms(ada.id)).containsExactly(ada.id.room());
        assertThat(adapter().inhabited(ada.id.room())).isTrue();
    }

    @Test
    default void rooms_have_whoever_joined_and_did_not_leave() {
        var ada = enter("ada");
        var bob = enter("bob");

        adapter().join(ada.id, RED);
        adapter().join(ada.id, RED);
        adapter().join(bob.id, RED);
        adapter().leave(ada.id, RED);
        adapter().leave(ada.id, BLUE);

        assertThat(adapter().sockets(RED)).containsExactly(bob.id);
        assertThat(adapter().rooms(ada.id)).doesNotContain(RED);
    }

    @Test
    default void a_room_is_there_while_somebody_is_in_it() {
        var ada = enter("ada");
        assertThat(adapter().inhabited(RED)).isFalse();

        adapter().join(ada.id, RED);
        assertThat(adapter().inhabited(RED)).isTrue();

        adapter().leave(ada.id, RED);
        assertThat(adapter().inhabited(RED)).isFalse();
    }

    @Test
    default void a_socket_that_exits_is_nowhere_and_cannot_join_any_more() {
        var ada = enter("ada");
        adapter().join(ada.id, RED);

        adapter().exit(ada.id);
        adapter().exit(ada.id);
        adapter().join(ada.id, BLUE);
        adapter().broadcast(PACKET, Target.EVERYBODY);

        assertThat(adapter().rooms(ada.id)).isEmpty();
        assertThat(adapter().inhabited(RED)).isFalse();
        assertThat(adapter().inhabited(BLUE)).isFalse();
        assertThat(adapter().inhabited(ada.id.room())).isFalse();
        assertThat(ada.received).isEmpty();
    }

    @Test
    default void a_broadcast_without_rooms_is_for_everybody() {
        var ada = enter("ada");
        var bob = enter("bob");

        adapter().broadcast(PACKET, Target.EVERYBODY);

        assertThat(ada.received).containsExactly(PACKET);
        assertThat(bob.received).containsExactly(PACKET);
    }

    @Test
    default void a_broadcast_to_rooms_reaches_each_socket_once() {
        var ada = enter("ada");
        var bob = enter("bob");
        var eve = enter("eve");
        adapter().join(ada.id, RED);
        adapter().join(ada.id, BLUE);
        adapter().join(bob.id, BLUE);

        adapter().broadcast(PACKET, Target.EVERYBODY.to(RED).to(BLUE).to(Room.of("nobody's")));

        assertThat(ada.received).containsExactly(PACKET);
        assertThat(bob.received).containsExactly(PACKET);
        assertThat(eve.received).isEmpty();
    }

    @Test
    default void a_broadcast_leaves_out_excepted_rooms_and_sockets() {
        var ada = enter("ada");
        var bob = enter("bob");
        var eve = enter("eve");
        Set.of(ada, bob, eve).forEach(fake -> adapter().join(fake.id, RED));
        adapter().join(bob.id, BLUE);

        adapter().broadcast(PACKET, Target.EVERYBODY.to(RED).butNot(BLUE).butNot(eve.id.room()));

        assertThat(ada.received).containsExactly(PACKET);
        assertThat(bob.received).isEmpty();
        assertThat(eve.received).isEmpty();
    }

    @Test
    default void a_volatile_broadcast_is_sent_as_such() {
        var ada = enter("ada");

        adapter().broadcast(PACKET, Target.EVERYBODY.onlyIfWritable());

        assertThat(ada.received).isEmpty();
        assertThat(ada.receivedVolatile).containsExactly(PACKET);
    }

    private FakeReceiver enter(String id) {
        var receiver = new FakeReceiver(SocketId.of(id));
        adapter().enter(receiver.id, receiver);
        return receiver;
    }

    /** Keeps what it is sent. */
    final class FakeReceiver implements Adapter.Receiver {
        final SocketId id;
        final List<EncodedPacket> received = new ArrayList<>();
        final List<EncodedPacket> receivedVolatile = new ArrayList<>();

        FakeReceiver(SocketId id) {
            this.id = id;
        }

        @Override
        public void send(EncodedPacket packet) {
            received.add(packet);
        }

        @Override
        public void sendVolatile(EncodedPacket packet) {
            receivedVolatile.add(packet);
        }
    }
}
