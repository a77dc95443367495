package parlance.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How conversations come into being, one at a time where they could collide: taking turns first at the pair, then at the
 * id. So nobody's transaction fails because somebody else was first.
 */
@Dependent
class Founding {
    @PersistenceContext(unitName = "parlance")
    EntityManager em;

    @Inject
    Turns turns;

    @Inject
    Users users;

    @Inject
    Conversations conversations;

    @Inject
    ConversationViews views;

    @Inject
    Clock clock;

    @Inject
    Event<ChatEvent> events;

    /**
     * The conversation of that id, else the direct one of the pair that the id names, which comes into being on sight.
     *
     * @throws ChatException.NotFound when there is none and the id names no pair the caller is in
     */
    UUID direct(UserId caller, ConversationId asked) {
        return conversations.resolve(caller, asked).orElseGet(() -> onSight(caller, asked));
    }

    private UUID onSight(UserId caller, ConversationId asked) {
        var people = people(caller, List.of(likeliest(PairAlias.counterparts(caller, asked))));
        var pair = pair(people);
        return conversations.direct(pair).orElseGet(() -> {
            var id = Optional.of(asked).filter(this::reserve);
            return found(Conversation.direct(pair, id, now()), people, asked)
                    .conversation()
                    .key();
        });
    }

    private UserId likeliest(List<UserId> counterparts) {
        var known = users.named(counterparts);
        return counterparts.stream()
                .filter(known::containsKey)
                .findFirst()
                .or(() -> counterparts.stream().findFirst())
                .orElseThrow(ChatException.NotFound::conversation);
    }

    /**
     * A conversation of that kind; the one there is when it is direct and the pair has it already.
     *
     * @throws ChatException.Conflict when the id is taken
     */
    Created create(UserId owner, NewConversation wish) {
        var people = people(owner, wish.others(owner));
        wish.id().ifPresent(id -> requireUnambiguous(id, wish.type(), people));
        return wish.type() == ConversationType.DIRECT ? createDirect(wish, people) : createGroup(wish, people);
    }

    private Created createGroup(NewConversation wish, List<User> people) {
        wish.id().ifPresent(this::requireFree);
        return created(Conversation.group(wish.name(), wish.id(), now()), people);
    }

    private Created createDirect(NewConversation wish, List<User> people) {
        var pair = pair(people);
        var there = conversations.direct(pair);
        if (there.isPresent()) {
            var known = conversations.byKey(people.get(0).id(), there.get());
            return new Created(views.of(known), false);
        }
        wish.id().ifPresent(this::requireFree);
        return created(Conversation.direct(pair, wish.id(), now()), people);
    }

    private Created created(Conversation conversation, List<User> people) {
        return new Created(views.of(found(conversation, people, conversation.id())), true);
    }

    private Access found(Conversation conversation, List<User> people, ConversationId known) {
        var owner = people.get(0);
        em.persist(conversation);
        for (User user : people) {
            var participant = new Participant(conversation, user, user.equals(owner) ? Role.OWNER : Role.MEMBER);
            participant.calls(known);
            em.persist(participant);
        }
        em.flush();
        var access = conversations.access(owner.id(), conversation.id(), conversation.key());
        events.fire(new ChatEvent.ConversationCreated(access.roster(), views.of(access), owner.id()));
        return access;
    }

    /** A client's own id must not read as the pair of a participant and somebody else, who would then talk there unawares. */
    private static void requireUnambiguous(ConversationId id, ConversationType type, List<User> people) {
        var ids = people.stream().map(User::id).collect(Collectors.toSet());
        var pairable = type == ConversationType.DIRECT ? ids : Set.of();
        if (!ids.stream()
                .flatMap(user -> PairAlias.counterparts(user, id).stream())
                .allMatch(pairable::contains)) {
            throw new ChatException.Invalid("This id names the direct conversation of two users");
        }
    }

    private List<User> people(UserId owner, List<UserId> others) {
        var ids = Stream.concat(Stream.of(owner), others.stream()).toList();
        var known = users.mentioned(ids);
        return ids.stream().map(known::get).toList();
    }

    private Pair pair(List<User> people) {
        var pair = Pair.of(people.get(0), people.get(1));
        turns.hold("pair " + pair);
        return pair;
    }

    private boolean reserve(ConversationId id) {
        turns.hold("id " + id);
        return !conversations.taken(id);
    }

    private void requireFree(ConversationId id) {
        if (!reserve(id)) {
            throw new ChatException.Conflict("This id is taken");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
