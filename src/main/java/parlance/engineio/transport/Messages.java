package parlance.engineio.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import parlance.engineio.CloseReason;
import parlance.engineio.Packet;
import parlance.engineio.ProtocolException;

/**
 * Puts the parts of WebSocket messages together, because the containers' own limits cannot be relied on. One thread at a
 * time.
 */
final class Messages {
    private final int limit;
    private final WebSocketTransport transport;
    private final StringBuilder text = new StringBuilder();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean refused;

    Messages(int limit, WebSocketTransport transport) {
        this.limit = limit;
        this.transport = transport;
    }

    void text(String part, boolean last) {
        if (refuses(text.length() + part.length())) {
            return;
        }
        if (last && text.isEmpty()) {
            received(part);
            return;
        }
        text.append(part);
        if (last) {
            var whole = text.toString();
            text.setLength(0);
            text.trimToSize();
            received(whole);
        }
    }

    void binary(ByteBuffer part, boolean last) {
        if (refuses(bytes.size() + part.remaining())) {
            return;
        }
        var copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
        if (last) {
            var whole = bytes.toByteArray();
            bytes = new ByteArrayOutputStream();
            transport.received(new Packet.Binary(ByteBuffer.wrap(whole)));
        }
    }

    private void received(String whole) {
        try {
            transport.received(Packet.decode(whole));
        } catch (ProtocolException e) {
            refused = true;
            transport.closed(CloseReason.PARSE_ERROR);
        }
    }

    private boolean refuses(int size) {
        if (size > limit && !refused) {
            refused = true;
            text.setLength(0);
            text.trimToSize();
            bytes = new ByteArrayOutputStream();
            transport.tooLarge();
        }
        return refused;
    }
}
