package parlance.app;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was set to no effect: keys that do not exist, and conditions on tokens that nobody issues. */
final class Warnings {
    private static final List<Key> OF_AN_ISSUER = List.of(Key.ISSUER, Key.AUDIENCES);

    /** Read by others: the start of the JVM, and the scripts that start servers. */
    private static final Set<String> NO_KEYS = Set.of("PARLANCE_HALT_ON_FAILED_START");

    private Warnings() {}

    static List<String> of(Values values, Set<String> names) {
        return Stream.of(unknownKeys(names), idleConditions(values), tokensWithoutSecret(values))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<String> unknownKeys(Set<String> names) {
        var known = Arrays.stream(Key.values()).map(key -> variable(key.text())).toList();
        var unknown = names.stream()
                .filter(name -> name.startsWith("parlance.") || name.startsWith("PARLANCE_"))
                .filter(name -> !known.contains(variable(name)) && !NO_KEYS.contains(variable(name)))
                .sorted()
                // a variable is also listed as the key that it might be
                .collect(toMap(Warnings::variable, name -> name, (variable, key) -> variable, TreeMap::new));
        return unknown.values().stream().map(name -> name + " is no setting; did you mean " + nearest(name) + "?");
    }

    private static Stream<String> idleConditions(Values values) {
        return values.isSet(Key.PUBLIC_KEY) || values.isSet(Key.PUBLIC_KEY_LOCATION)
                ? Stream.empty()
                : OF_AN_ISSUER.stream()
                        .filter(values::isSet)
                        .map(key ->
                                key.text() + " is not looked at without a public key: HS256 tokens may say anything.");
    }

    private static Stream<String> tokensWithoutSecret(Values values) {
        return values.flag(Key.DEV) && !values.isSet(Key.HS256_SECRET)
                ? Stream.of(
                        Key.DEV.text() + " makes no tokens without " + Key.HS256_SECRET.text() + " to sign them with.")
                : Stream.empty();
    }

    private static String nearest(String name) {
        return Arrays.stream(Key.values())
                .map(Key::text)
                .min((a, b) ->
                        Integer.compare(distance(variable(name), variable(a)), distance(variable(name), variable(b))))
                .orElseThrow();
    }

    /** The environment variable that sets a key. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Levenshtein's: how many characters to insert, delete or replace. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
