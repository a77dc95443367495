package parlance.socketio;

import java.security.SecureRandom;
import java.util.Base64;

/** The public name of one socket, its {@code sid} in the CONNECT answer; not the id of its session. Nobody can guess one. */
public record SocketId(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    public static SocketId of(String text) {
        return new SocketId(text);
    }

    /** 144 random bits as 24 characters of base64url. */
    static SocketId random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SocketId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The room that this socket is in from the beginning. */
    public Room room() {
        return Room.of(text);
    }
}
