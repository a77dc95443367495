package parlance.engineio;

import java.nio.ByteBuffer;

/**
 * What one session's messages are given to: one call at a time, in the order of arrival, on a thread that may block. A
 * {@link ProtocolException} thrown here closes the session with {@link CloseReason#PARSE_ERROR}; anything else that is
 * thrown is logged and costs only that message.
 */
public interface SessionListener {
    void text(String data);

    /** A binary message; the buffer is read-only and may be kept. */
    void binary(ByteBuffer data);

    /** The last call. */
    void closed(CloseReason reason);
}
