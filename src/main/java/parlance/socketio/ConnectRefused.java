package parlance.socketio;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import parlance.json.JsonText;

/**
 * A CONNECT that is answered with CONNECT_ERROR: {@code 4{"message":…,"data":…}}, without {@code data} when that is empty.
 * The client may try again in the same session.
 *
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/#connection-to-a-namespace">Socket.IO, Connection</a>
 */
public final class ConnectRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient JsonObject data;

    public ConnectRefused(String message) {
        this(message, JsonValue.EMPTY_JSON_OBJECT);
    }

    public ConnectRefused(String message, JsonObject data) {
        super(message);
        this.data = data;
    }

    JsonObject reason() {
        return JsonText.object(o -> {
            o.add("message", getMessage());
            if (!data.isEmpty()) {
                o.add("data", data);
            }
        });
    }
}
