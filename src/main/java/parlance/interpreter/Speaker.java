package parlance.interpreter;

import static java.lang.System.Logger.Level.ERROR;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parlance.chat.Audience.Contacts;
import parlance.chat.ChatEvent;
import parlance.chat.ChatEvent.MessagePosted;
import parlance.chat.ChatEvent.PresenceChanged;
import parlance.chat.ConversationId;
import parlance.socketio.Event;
import parlance.socketio.Namespace;
import parlance.socketio.Room;
import parlance.socketio.SocketId;

/**
 * Says one fact to everybody it concerns, in every dialect. A fact is translated once for all sockets that speak the
 * same dialect and know the conversation by the same id, and only if there are any. Thread-safe.
 */
final class Speaker {
    /** As long as there is nobody to speak to. */
    static final Speaker SILENT =
            new Speaker(List.of(), List.of(), new JoinedNames(), new DeliveryWatch(delivery -> {}));

    private static final System.Logger LOG = System.getLogger(Speaker.class.getName());

    private final List<Vocabulary> vocabularies;
    private final List<Namespace> namespaces;
    private final JoinedNames names;
    private final DeliveryWatch deliveries;

    Speaker(List<Vocabulary> vocabularies, List<Namespace> namespaces, JoinedNames names, DeliveryWatch deliveries) {
        this.vocabularies = vocabularies;
        this.namespaces = namespaces;
        this.names = names;
        this.deliveries = deliveries;
    }

    void say(ChatEvent fact, Optional<SocketId> acting) {
        for (var vocabulary : vocabularies) {
            for (var line : vocabulary.said(fact.getClass())) {
                try {
                    say(vocabulary.dialect(), line, fact, acting);
                } catch (RuntimeException e) {
                    LOG.log(
                            ERROR,
                            () -> vocabulary.dialect() + " cannot say "
                                    + line.fact().getSimpleName(),
                            e);
                }
            }
        }
        if (fact instanceof MessagePosted posted) {
            deliveries.watch(posted, inhabited(joined(posted).toList()));
        }
    }

    private <F extends ChatEvent> void say(String dialect, Said<F> line, ChatEvent any, Optional<SocketId> acting) {
        var fact = line.fact().cast(any);
        if (line instanceof Said.ToMany<F> many) {
            toMany(dialect, many, fact, acting);
        } else if (line instanceof Said.ToEach<F, ?> each) {
            toEach(dialect, each, fact);
        } else if (line instanceof Said.ToConcerned<F> concerned) {
            emit(concerned(dialect, fact), Optional.empty(), concerned.word(), () -> concerned
                    .wording()
                    .apply(fact));
        } else {
            throw new IllegalArgumentException("unknown line: " + line.getClass());
        }
    }

    private <F extends ChatEvent> void toMany(String dialect, Said.ToMany<F> line, F fact, Optional<SocketId> acting) {
        var except = line.hearers().exceptActing() ? acting : Optional.<SocketId>empty();
        var word = line.word().apply(fact);
        rooms(dialect, line.hearers(), fact)
                .forEach((name, rooms) ->
                        emit(rooms, except, word, () -> line.wording().apply(fact, name)));
    }

    private <F extends ChatEvent, P> void toEach(String dialect, Said.ToEach<F, P> line, F fact) {
        for (var part : line.parts().apply(fact)) {
            var room = Rooms.user(line.hearer().apply(part), dialect);
            emit(List.of(room), Optional.empty(), line.word(), () -> line.wording()
                    .apply(part));
        }
    }

    /** The rooms of those who hear it, by the id under which they know the conversation. */
    private Map<ConversationId, List<Room>> rooms(String dialect, Hearers hearers, ChatEvent fact) {
        var roster = Facts.roster(fact);
        if (hearers.joined()) {
            var rooms = new LinkedHashMap<ConversationId, List<Room>>();
            names.of(roster.id())
                    .forEach(name -> rooms.put(name, List.of(Rooms.conversation(roster.id(), dialect, name))));
            return rooms;
        }
        return hearers.among(roster, Facts.actor(fact)).stream()
                .collect(groupingBy(
                        roster::knownAs, LinkedHashMap::new, mapping(user -> Rooms.user(user, dialect), toList())));
    }

    private static List<Room> concerned(String dialect, ChatEvent fact) {
        if (fact instanceof PresenceChanged presence && presence.audience() instanceof Contacts contacts) {
            return contacts.users().stream()
                    .map(user -> Rooms.user(user, dialect))
                    .toList();
        }
        return List.of(Rooms.all(dialect));
    }

    private void emit(Collection<Room> rooms, Optional<SocketId> except, String word, Supplier<JsonObject> payload) {
        var inhabited = inhabited(rooms);
        if (inhabited.isEmpty()) {
            return;
        }
        var event = Event.of(word, payload.get());
        inhabited.forEach((namespace, theirs) -> {
            var broadcast = namespace.to(theirs.get(0));
            for (var room : theirs.subList(1, theirs.size())) {
                broadcast = broadcast.to(room);
            }
            (except.isPresent() ? broadcast.except(except.get()) : broadcast).emit(event);
        });
    }

    private Stream<Room> joined(MessagePosted posted) {
        var conversation = posted.roster().id();
        return names.of(conversation).stream()
                .flatMap(name -> vocabularies.stream().map(v -> Rooms.conversation(conversation, v.dialect(), name)));
    }

    private Map<Namespace, List<Room>> inhabited(Collection<Room> rooms) {
        var inhabited = new HashMap<Namespace, List<Room>>();
        for (var namespace : namespaces) {
            var theirs = rooms.stream().filter(namespace::inhabited).toList();
            if (!theirs.isEmpty()) {
                inhabited.put(namespace, theirs);
            }
        }
        return inhabited;
    }
}
