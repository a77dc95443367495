package parlance.socketio;

/** A set of sockets of one namespace that can be emitted to. Each socket is in the room of its own id. */
public record Room(String name) {
    public static Room of(String name) {
        return new Room(name);
    }
}
