package parlance.socketio;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the application remembers of a socket: at most one value of each type. Thread-safe. */
public final class SocketData {
    private final Map<Class<?>, Object> values = new ConcurrentHashMap<>();

    SocketData() {}

    public <T> void put(Class<T> type, T value) {
        values.put(type, type.cast(value));
    }

    public <T> Optional<T> get(Class<T> type) {
        return Optional.ofNullable(values.get(type)).map(type::cast);
    }
}
