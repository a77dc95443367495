package parlance.socketio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A binary packet whose attachments follow as messages of their own. One thread at a time. */
final class Reassembly {
    private final Packet packet;
    private final int count;
    private final List<ByteBuffer> attachments = new ArrayList<>();

    Reassembly(Packet packet, int count) {
        this.packet = packet;
        this.count = count;
    }

    Optional<Packet> add(ByteBuffer attachment) {
        attachments.add(attachment);
        return attachments.size() < count ? Optional.empty() : Optional.of(complete());
    }

    private Packet complete() {
        var all = List.copyOf(attachments);
        if (packet instanceof Packet.Event event) {
            return new Packet.Event(event.namespace(), event.ackId(), event.args(), all);
        }
        if (packet instanceof Packet.Ack ack) {
            return new Packet.Ack(ack.namespace(), ack.ackId(), ack.args(), all);
        }
        throw new IllegalStateException("attachments of a packet that has none");
    }
}
