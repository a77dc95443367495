package parlance.interpreter;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dialects there are, and which of them a socket may be speaking. Immutable. */
final class Vocabularies {
    private final List<Vocabulary> all;
    private final Optional<Vocabulary> byDefault;

    /** @param byDefault what is spoken in {@code /}; empty: what the socket says first tells */
    Vocabularies(List<Vocabulary> all, Optional<String> byDefault) {
        this.all =
                all.stream().sorted(Comparator.comparing(Vocabulary::dialect)).toList();
        this.byDefault = byDefault.map(name -> named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "parlance.dialect.default is " + name + ", but the dialects are auto, " + names())));
    }

    List<Vocabulary> all() {
        return all;
    }

    Optional<Vocabulary> named(String name) {
        return all.stream().filter(v -> v.dialect().equals(name)).findFirst();
    }

    /** For people: {@code horse-trust, jobspare}. */
    String names() {
        return all.stream().map(Vocabulary::dialect).collect(joining(", "));
    }

    /** {@code /} and every dialect's own. */
    Set<String> namespaces() {
        var namespaces = new LinkedHashSet<>(Set.of("/"));
        all.forEach(vocabulary -> namespaces.addAll(vocabulary.namespaces()));
        return namespaces;
    }

    /** What a socket may speak that has not named a dialect. */
    List<Vocabulary> spokenIn(String namespace) {
        return all.stream()
                .filter(vocabulary -> vocabulary.namespaces().contains(namespace))
                .findFirst()
                .or(() -> byDefault)
                .map(List::of)
                .orElse(all);
    }

    /** Those whose speakers send such an event. Not more than one, or the event contradicts itself. */
    List<Vocabulary> toldBy(String word, Arguments args) {
        return all.stream().filter(vocabulary -> vocabulary.tells(word, args)).toList();
    }
}
