package parlance.interpreter;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import parlance.chat.ChatEvent;
import parlance.chat.InMemoryChat;
import parlance.chat.UserId;
import parlance.engineio.Engine;
import parlance.engineio.EngineSettings;
import parlance.engineio.ManualTimer;
import parlance.engineio.TestClient;
import parlance.security.SecuritySettings;
import parlance.security.SharedSecret;
import parlance.security.TokenSigner;
import parlance.security.TokenVerifier;
import parlance.socketio.ServerSettings;
import parlance.socketio.SocketIoServer;

/**
 * The interpreter on a real Socket.IO server, before a chat without database, with clients whose time the test keeps.
 */
@SuppressWarnings("UnnecessaryAssignment") // the stage is the container
public final class Stage {
    private static final SharedSecret SECRET = new SharedSecret("a secret of thirty-two bytes, or more", false);

    /** Clients here do not answer pings. */
    private static final EngineSettings PATIENT = new EngineSettings(
            Duration.ofDays(300),
            EngineSettings.DEFAULTS.pingTimeout(),
            EngineSettings.DEFAULTS.upgradeTimeout(),
            EngineSettings.DEFAULTS.maxPayload(),
            EngineSettings.DEFAULTS.outboxBytes(),
            EngineSettings.DEFAULTS.mailboxBytes(),
            EngineSettings.DEFAULTS.maxPacketsPerPayload());

    private final ManualTimer timer = new ManualTimer();
    private final Clock clock = timer.clock(InMemoryChat.NOW);
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Broadcaster broadcaster = new Broadcaster();
    private final InMemoryChat chat = new InMemoryChat(this::commit);
    private final Engine engine;

    private Stage(InterpreterSettings settings, Function<InMemoryChat, List<Dialect>> dialects) {
        Executor later = work::add;
        broadcaster.executor = fake(ManagedExecutorService.class, (name, args) -> {
            later.execute((Runnable) args[0]);
            return Optional.empty();
        });
        broadcaster.start();
        var interpreter = new Interpreter();
        var cast = dialects.apply(chat);
        interpreter.dialects = fake(Instance.class, (name, args) -> Optional.of(cast.stream()));
        interpreter.settings = settings;
        interpreter.tokens = new TokenVerifier(SecuritySettings.of(SECRET), clock);
        interpreter.clock = clock;
        interpreter.users = chat.users;
        interpreter.presence = chat.presence;
        interpreter.typing = chat.typing;
        interpreter.receipts = chat.receiving;
        interpreter.broadcaster = broadcaster;
        interpreter.executor = broadcaster.executor;
        interpreter.start();
        var server = new SocketIoServer(ServerSettings.DEFAULTS);
        interpreter.attach(server, (delay, task) -> timer.schedule(delay, task)::cancel);
        engine = new Engine(PATIENT, timer, Runnable::run, server);
    }

    public static Stage of(Function<InMemoryChat, List<Dialect>> dialects) {
        return new Stage(InterpreterSettings.DEFAULTS, dialects);
    }

    public static Stage of(InterpreterSettings settings, Function<InMemoryChat, List<Dialect>> dialects) {
        return new Stage(settings, dialects);
    }

    public InMemoryChat chat() {
        return chat;
    }

    /** Somebody in {@code /} whose dialect is not known, and who has heard nothing yet. */
    public TestClient enter(String user) {
        return connect("{\"token\":\"" + token(user) + "\"}");
    }

    /** Somebody in {@code /} who names a dialect, and has heard nothing yet. */
    public TestClient enterSpeaking(String dialect, String user) {
        return connect("{\"token\":\"" + token(user) + "\",\"dialect\":\"" + dialect + "\"}");
    }

    private TestClient connect(String auth) {
        var client = stranger();
        client.says("40" + auth);
        settle();
        client.heard();
        return client;
    }

    /** A client that has opened a session and not connected yet. */
    public TestClient stranger() {
        return TestClient.connect(engine);
    }

    public TestClient stranger(Map<String, List<String>> headers, Map<String, List<String>> query) {
        return TestClient.connect(engine, headers, query);
    }

    /** A token of 12 hours. */
    public String token(String user) {
        return new TokenSigner(SECRET, "userId", clock).sign(UserId.of(user), Optional.of("Name of " + user), Set.of());
    }

    /** The client says it, and everything that follows from it is done. */
    public void says(TestClient client, String event) {
        client.says(event);
        settle();
    }

    public void passes(Duration time) {
        timer.advance(time);
        settle();
    }

    /** Does what the executor was given. */
    public void settle() {
        for (var task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    private void commit(ChatEvent fact) {
        broadcaster.happens(fact);
        broadcaster.committed(fact);
    }

    /** Of a container's interface, the one method that is called. */
    @SuppressWarnings("unchecked") // a proxy of the type has the type
    private static <T> T fake(Class<? super T> type, Answering answering) {
        return (T) Proxy.newProxyInstance(
                Stage.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answering
                        .answer(method.getName(), args)
                        .orElse(null));
    }

    @FunctionalInterface
    private interface Answering {
        Optional<Object> answer(String name, Object[] args);
    }
}
