package parlance.socketio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import parlance.engineio.Engine;
import parlance.engineio.EngineSettings;
import parlance.engineio.ManualTimer;
import parlance.engineio.TestClient;

/** A server whose clients are in memory, on the thread of the test unless it asks for another, in time that it owns. */
final class TestServer {
    final ManualTimer time = new ManualTimer();
    final SocketIoServer io;
    private final Engine engine;

    TestServer() {
        this(ServerSettings.DEFAULTS, Runnable::run);
    }

    TestServer(ServerSettings settings, Executor executor) {
        io = new SocketIoServer(settings);
        engine = new Engine(EngineSettings.DEFAULTS, time, executor, io);
    }

    /** A client that has opened a session and said nothing yet. */
    TestClient client() {
        return TestClient.connect(engine);
    }

    TestClient client(Map<String, List<String>> headers, Map<String, List<String>> query) {
        return TestClient.connect(engine, headers, query);
    }

    /** A client that has joined the main namespace and read the answer. */
    TestClient joined() {
        var client = client();
        client.says("40");
        client.heard();
        return client;
    }

    /** Lets run what waits for its turn. */
    void settle() {
        time.advance(Duration.ZERO);
    }

    int sessions() {
        return engine.sessions().size();
    }
}
