package parlance.socketio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parlance.engineio.ProtocolException;

/** A binary packet whose attachments follow as messages of their own. One thread at a time. */
final class Reassembly {
    /** Most bytes of one packet's attachments, because the packet may never be completed. */
    static final int MAX_BYTES = 4 << 20;

    private final Packet packet;
    private final int count;
    private final List<ByteBuffer> attachments = new ArrayList<>();
    private int bytes;

    Reassembly(Packet packet, int count) {
        this.packet = packet;
        this.count = count;
    }

    Optional<Packet> add(ByteBuffer attachment) {
        bytes += attachment.remaining();
        if (bytes > MAX_BYTES) {
            throw new ProtocolException("attachments of more than " + MAX_BYTES + " bytes");
        }
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
