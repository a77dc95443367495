package parlance.socketio;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import parlance.engineio.Frame;

/** A packet as it goes over the wire, encoded once for all its receivers. Immutable. */
public final class EncodedPacket {
    private final List<Frame> frames;

    EncodedPacket(String text, List<ByteBuffer> attachments) {
        this.frames = Stream.concat(
                        Stream.of(Frame.text(text)), attachments.stream().map(Frame::binary))
                .toList();
    }

    /** The text, then its attachments: to be sent next to each other. */
    List<Frame> frames() {
        return frames;
    }
}
