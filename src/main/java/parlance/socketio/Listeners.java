package parlance.socketio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the application wants to hear of one socket. Thread-safe; calls come in the session's turn. */
final class Listeners {
    private final String sid;
    private final Map<String, List<EventListener>> named = new ConcurrentHashMap<>();
    private final List<EventListener> any = new CopyOnWriteArrayList<>();
    private final List<Consumer<DisconnectReason>> disconnecting = new CopyOnWriteArrayList<>();
    private final List<Consumer<DisconnectReason>> disconnect = new CopyOnWriteArrayList<>();

    Listeners(String sid) {
        this.sid = sid;
    }

    void on(String event, EventListener listener) {
        named.computeIfAbsent(event, name -> new CopyOnWriteArrayList<>()).add(listener);
    }

    void onAny(EventListener listener) {
        any.add(listener);
    }

    void onDisconnecting(Consumer<DisconnectReason> listener) {
        disconnecting.add(listener);
    }

    void onDisconnect(Consumer<DisconnectReason> listener) {
        disconnect.add(listener);
    }

    void event(Event event, Ack ack) {
        any.forEach(listener -> Edge.call(sid, () -> listener.on(event, ack)));
        named.getOrDefault(event.name(), List.of()).forEach(listener -> Edge.call(sid, () -> listener.on(event, ack)));
    }

    void disconnecting(DisconnectReason reason) {
        disconnecting.forEach(listener -> Edge.call(sid, () -> listener.accept(reason)));
    }

    void disconnected(DisconnectReason reason) {
        disconnect.forEach(listener -> Edge.call(sid, () -> listener.accept(reason)));
    }
}
