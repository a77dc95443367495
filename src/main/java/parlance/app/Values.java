package parlance.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The values of the keys, read as what they shall be. What cannot be read is a {@link ConfigurationException}. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})(KiB|MiB|GiB)?");
    private static final Map<String, Duration> TIME_UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Integer> BINARY_UNITS = Map.of("KiB", 1 << 10, "MiB", 1 << 20, "GiB", 1 << 30);

    private final Function<String, Optional<String>> source;

    /** @param source the value that somebody set for a key, if any */
    Values(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** The text that was set, or the default; empty when there is neither. */
    Optional<String> text(Key key) {
        return source.apply(key.text())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(key.unlessSet()))
                .filter(text -> !text.isEmpty());
    }

    boolean isSet(Key key) {
        return source.apply(key.text()).filter(text -> !text.isBlank()).isPresent();
    }

    boolean flag(Key key) {
        return word(key, Map.of("true", true, "false", false));
    }

    /** One of these words. */
    <T> T word(Key key, Map<String, T> words) {
        var text = required(key);
        if (!words.containsKey(text)) {
            throw wrong(
                    key,
                    words.keySet().stream()
                            .sorted()
                            .reduce((a, b) -> a + " or " + b)
                            .orElse(""));
        }
        return words.get(text);
    }

    /** The entries between commas; empty when nothing is set. */
    List<String> list(Key key) {
        return text(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    Duration duration(Key key, String least, String most) {
        return parsed(required(key))
                .filter(value -> value.compareTo(parsed(least).orElseThrow()) >= 0)
                .filter(value -> value.compareTo(parsed(most).orElseThrow()) <= 0)
                .orElseThrow(() -> wrong(key, "a duration like 25s, 2m or 500ms, from " + least + " to " + most));
    }

    /** A number of seconds, as MicroProfile JWT writes durations, or one of ours. */
    Duration seconds(Key key, int most) {
        var text = required(key);
        return parsed(text.matches("\\d+") ? text + "s" : text)
                .filter(value -> value.toSeconds() <= most)
                .orElseThrow(() -> wrong(key, "a number of seconds from 0 to " + most));
    }

    /** A number, or bytes with a binary unit. */
    int size(Key key, int least, int most) {
        var match = SIZE.matcher(required(key));
        long size = match.matches()
                ? Long.parseLong(match.group(1))
                        * Optional.ofNullable(match.group(2))
                                .map(BINARY_UNITS::get)
                                .orElse(1)
                : -1;
        if (size < least || size > most) {
            throw wrong(key, "a number like 1000000 or 4MiB, from " + least + " to " + most);
        }
        return (int) size;
    }

    ConfigurationException wrong(Key key, String allowed) {
        return new ConfigurationException(
                key.text() + " must be " + allowed + ", not \"" + text(key).orElse("") + "\".");
    }

    private String required(Key key) {
        return text(key).orElseThrow();
    }

    private static Optional<Duration> parsed(String text) {
        var match = DURATION.matcher(text);
        return match.matches()
                ? Optional.of(TIME_UNITS.get(match.group(2)).multipliedBy(Long.parseLong(match.group(1))))
                : Optional.empty();
    }
}
