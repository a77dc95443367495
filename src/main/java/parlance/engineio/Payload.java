package parlance.engineio;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The packets of one polling request or answer in one text, separated by {@code \x1e}, bytes as {@code b} and base64.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/#http-long-polling-1">Engine.IO, HTTP long-polling</a>
 */
public final class Payload {
    private static final char SEPARATOR = '\u001e';

    private Payload() {}

    /**
     * All packets of a body, or none.
     *
     * @throws ProtocolException when one of the packets is none, or there are more than {@code maxPackets}
     */
    public static List<Packet> decode(String body, int maxPackets) {
        var packets = new ArrayList<Packet>();
        int start = 0;
        while (start <= body.length()) {
            if (packets.size() == maxPackets) {
                throw new ProtocolException("more than " + maxPackets + " packets in one payload");
            }
            int end = body.indexOf(SEPARATOR, start);
            end = end < 0 ? body.length() : end;
            packets.add(Packet.decodeInPayload(body.substring(start, end)));
            start = end + 1;
        }
        return packets;
    }

    public static String encode(List<Frame> frames) {
        var body = new StringBuilder();
        for (var frame : frames) {
            if (!body.isEmpty()) {
                body.append(SEPARATOR);
            }
            if (frame.isBinary()) {
                body.append('b').append(base64(frame));
            } else {
                body.append(frame.text());
            }
        }
        return body.toString();
    }

    private static String base64(Frame frame) {
        var bytes = frame.bytes();
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
