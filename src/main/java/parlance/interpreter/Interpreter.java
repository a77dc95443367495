package parlance.interpreter;

import static java.lang.System.Logger.Level.DEBUG;
import static parlance.json.JsonText.object;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import parlance.chat.ChatException;
import parlance.chat.ConversationId;
import parlance.chat.PresenceService;
import parlance.chat.ReceiptService;
import parlance.chat.TypingService;
import parlance.chat.UserId;
import parlance.chat.UserService;
import parlance.interpreter.Doorman.Admitted;
import parlance.security.TokenVerifier;
import parlance.socketio.DisconnectReason;
import parlance.socketio.Socket;
import parlance.socketio.SocketIoServer;

/**
 * Joins a Socket.IO server to the chat: everybody who connects is asked for a token, heard, and told, each in their own
 * dialect.
 */
@ApplicationScoped
public class Interpreter {
    private static final System.Logger LOG = System.getLogger(Interpreter.class.getName());

    @Inject
    @Any
    Instance<Dialect> dialects;

    @Inject
    InterpreterSettings settings;

    @Inject
    TokenVerifier tokens;

    @Inject
    Clock clock;

    @Inject
    UserService users;

    @Inject
    PresenceService presence;

    @Inject
    TypingService typing;

    @Inject
    ReceiptService receipts;

    @Inject
    Broadcaster broadcaster;

    @Resource
    ManagedExecutorService executor;

    private final JoinedNames names = new JoinedNames();
    private Attendance attendance;
    private Vocabularies vocabularies;

    @PostConstruct
    void start() {
        vocabularies = new Vocabularies(dialects.stream().map(Vocabulary::of).toList(), settings.defaultDialect());
    }

    /** Opens {@code /} and every dialect's namespace; called once, before the server has clients. */
    public void attach(SocketIoServer server, Later later) {
        attendance = new Attendance(presence::online, presence::offline, settings.presenceGrace(), later);
        var namespaces = vocabularies.namespaces().stream().map(server::of).toList();
        var deliveries = new Deliveries(receipts::delivered, executor);
        broadcaster.speaksThrough(
                new Speaker(vocabularies.all(), namespaces, names, new DeliveryWatch(deliveries::add)));
        var doorman = new Doorman(tokens, users, vocabularies, settings.allowQueryToken());
        namespaces.forEach(namespace -> namespace.gate(doorman).onConnection(this::connected));
    }

    private void connected(Socket socket) {
        var admitted = socket.data().get(Admitted.class).orElseThrow();
        var user = admitted.identity().user();
        var caller = new Caller(
                socket,
                user,
                admitted.tongues(),
                names,
                attendance,
                c -> new Typing(
                        (delay, task) -> socket.schedule(delay, task)::cancel,
                        conversation -> stopTyping(c, conversation)));
        var desk = new TokenDesk(tokens, admitted.identity(), watch(caller));

        socket.data().put(Caller.class, caller);
        attendance.arrived(user);
        socket.onDisconnect(reason -> caller.depart());
        socket.onDisconnect(reason -> departed(user, reason));
        socket.onAny(new Listener(caller, vocabularies, broadcaster.order(), desk)::heard);
        caller.arrive();
        desk.open();
    }

    private void departed(UserId user, DisconnectReason reason) {
        switch (reason) {
            case TRANSPORT_CLOSE, TRANSPORT_ERROR, PING_TIMEOUT -> attendance.lost(user);
            default -> attendance.left(user);
        }
    }

    private TokenWatch watch(Caller caller) {
        var socket = caller.socket();
        return new TokenWatch(
                (delay, task) -> socket.schedule(delay, task)::cancel,
                clock,
                settings.maxSession(),
                until -> caller.tell("auth:expiring", object(o -> o.add("expiresAt", DateText.of(until)))),
                () -> {
                    caller.tell("error", object(o -> o.add("message", "The token has expired")
                            .add("code", "TOKEN_EXPIRED")));
                    socket.disconnect();
                });
    }

    /** Nobody asked for it, so that it counts as an event of the caller, unless it follows from one. */
    private void stopTyping(Caller caller, ConversationId conversation) {
        try {
            Call.within(
                    caller.socket().id(),
                    broadcaster.order(),
                    () -> typing.changed(caller.user(), conversation, false));
        } catch (ChatException e) {
            LOG.log(DEBUG, () -> caller.user() + " typed in a conversation that is no longer its own");
        }
    }
}
