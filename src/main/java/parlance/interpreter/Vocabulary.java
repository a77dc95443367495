package parlance.interpreter;

import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import parlance.chat.ChatEvent;
import parlance.chat.ConversationId;
import parlance.chat.UserId;

/**
 * The table of a dialect: what it hears, what it says of which fact and to whom, and what it keeps to itself. Filled at
 * start, then only read.
 */
public final class Vocabulary {
    private static final JsonObject DONE = object(o -> o.add("success", true));

    private final String dialect;
    private final Set<String> namespaces = new LinkedHashSet<>();
    private final Map<String, Heard> heard = new HashMap<>();
    private final Map<Class<? extends ChatEvent>, List<Said<?>>> said = new HashMap<>();
    private final Set<Class<? extends ChatEvent>> kept = new HashSet<>();
    private final Map<String, Function<Caller, JsonObject>> greetings = new LinkedHashMap<>();
    private boolean acksLast;
    private BiConsumer<Caller, Failure> failing = (caller, failure) -> {};

    private Vocabulary(String dialect) {
        this.dialect = dialect;
    }

    static Vocabulary of(Dialect dialect) {
        var vocabulary = new Vocabulary(dialect.name());
        dialect.define(vocabulary);
        return vocabulary;
    }

    /**
     * A namespace in which this dialect is spoken unless the client names another one; all are spoken in {@code /} too.
     */
    public Vocabulary namespace(String name) {
        namespaces.add(name);
        return this;
    }

    /**
     * An event of the client, by whose name alone it is known to speak this dialect; its answer is the ack, if one is
     * asked for.
     */
    public Vocabulary hears(String word, BiFunction<Caller, Arguments, JsonObject> hearing) {
        return hears(word, args -> true, hearing);
    }

    /**
     * An event whose name several dialects have.
     *
     * @param tells whether these arguments show that a client speaks this one, when nothing else has shown it yet
     */
    public Vocabulary hears(
            String word, Predicate<Arguments> tells, BiFunction<Caller, Arguments, JsonObject> hearing) {
        heard.put(word, new Heard(tells, hearing));
        return this;
    }

    /** The same for an event that has no answer of its own: the ack, if one is asked for, is {@code {success: true}}. */
    public Vocabulary heeds(String word, BiConsumer<Caller, Arguments> hearing) {
        return heeds(word, args -> true, hearing);
    }

    /** The same for an event whose name several dialects have. */
    public Vocabulary heeds(String word, Predicate<Arguments> tells, BiConsumer<Caller, Arguments> hearing) {
        return hears(word, tells, (caller, args) -> {
            hearing.accept(caller, args);
            return DONE;
        });
    }

    /** Acks go out after everything that the event caused was said; otherwise they go before. */
    public Vocabulary acksLast() {
        acksLast = true;
        return this;
    }

    /** What every socket is told at once when it is connected. */
    public Vocabulary greets(String word, Function<Caller, JsonObject> greeting) {
        greetings.put(word, greeting);
        return this;
    }

    /**
     * Of one fact words are said in the order of the table. The wording gets the id under which the hearers know the
     * conversation.
     */
    public <F extends ChatEvent> Vocabulary says(
            Class<F> fact, Hearers hearers, String word, BiFunction<? super F, ConversationId, JsonObject> wording) {
        return says(fact, hearers, f -> word, wording);
    }

    /** For a fact that has several words, e.g. one for typing and one for having stopped. */
    public <F extends ChatEvent> Vocabulary says(
            Class<F> fact,
            Hearers hearers,
            Function<? super F, String> word,
            BiFunction<? super F, ConversationId, JsonObject> wording) {
        return add(new Said.ToMany<>(fact, hearers, word, wording));
    }

    /** For a fact that knows by itself whom it concerns. */
    public <F extends ChatEvent> Vocabulary says(Class<F> fact, String word, Function<? super F, JsonObject> wording) {
        return add(new Said.ToConcerned<>(fact, word, wording));
    }

    /** For a fact of many parts, each of which concerns one user. */
    public <F extends ChatEvent, P> Vocabulary saysEach(
            Class<F> fact,
            Function<? super F, ? extends Iterable<P>> parts,
            Function<? super P, UserId> hearer,
            String word,
            Function<? super P, JsonObject> wording) {
        return add(new Said.ToEach<>(fact, parts, hearer, word, wording));
    }

    /** Facts for which the dialect has no word. */
    @SafeVarargs
    public final Vocabulary keeps(Class<? extends ChatEvent>... facts) {
        for (var fact : facts) {
            kept.add(fact);
        }
        return this;
    }

    /** How the client learns that its event failed. An ack that is asked for is sent in any case. */
    public Vocabulary fails(BiConsumer<Caller, Failure> answer) {
        failing = answer;
        return this;
    }

    String dialect() {
        return dialect;
    }

    Set<String> namespaces() {
        return namespaces;
    }

    boolean tells(String word, Arguments args) {
        return Optional.ofNullable(heard.get(word))
                .filter(h -> h.tells().test(args))
                .isPresent();
    }

    Optional<BiFunction<Caller, Arguments, JsonObject>> hearing(String word) {
        return Optional.ofNullable(heard.get(word)).map(Heard::hearing);
    }

    List<Said<?>> said(Class<? extends ChatEvent> fact) {
        return said.getOrDefault(fact, List.of());
    }

    boolean isKept(Class<? extends ChatEvent> fact) {
        return kept.contains(fact);
    }

    Map<String, Function<Caller, JsonObject>> greetings() {
        return greetings;
    }

    boolean isAckedLast() {
        return acksLast;
    }

    void fail(Caller caller, Failure failure) {
        failing.accept(caller, failure);
    }

    private Vocabulary add(Said<?> line) {
        said.computeIfAbsent(line.fact(), f -> new ArrayList<>()).add(line);
        return this;
    }

    private record Heard(Predicate<Arguments> tells, BiFunction<Caller, Arguments, JsonObject> hearing) {}
}
