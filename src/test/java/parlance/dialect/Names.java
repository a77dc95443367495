package parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code $names} of a transcript stand for. In what is expected, a new name takes whatever stands in its place:
 * between quotation marks the text, elsewhere a JSON value that is no object and no list.
 */
final class Names {
    private static final Pattern NAME = Pattern.compile("\\$([a-z][a-z0-9-]*)");
    private static final String TEXT = "((?:[^\"\\\\]|\\\\.)*)";
    private static final String VALUE = "(\"(?:[^\"\\\\]|\\\\.)*\"|[^\"{}\\[\\],:]+)";

    private final Map<String, String> known = new HashMap<>();

    void put(String name, String meaning) {
        known.put(name, meaning);
    }

    /** The line with every name replaced by what it stands for. */
    String in(String line) {
        return NAME.matcher(line).replaceAll(name -> Matcher.quoteReplacement(meaning(name.group(1))));
    }

    /** Asserts that this was heard, and learns the names that are new. */
    void learn(String expected, String heard) {
        var fresh = new ArrayList<String>();
        var match = pattern(expected, fresh).matcher(heard);
        assertThat(heard).matches(h -> match.matches(), "is " + expected);
        for (int i = 0; i < fresh.size(); i++) {
            known.put(fresh.get(i), match.group(i + 1));
        }
    }

    private Pattern pattern(String expected, List<String> fresh) {
        var pattern = new StringBuilder();
        var name = NAME.matcher(expected);
        int at = 0;
        for (; name.find(); at = name.end()) {
            pattern.append(Pattern.quote(expected.substring(at, name.start())));
            pattern.append(place(expected, name, fresh));
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(expected.substring(at))).toString(), Pattern.DOTALL);
    }

    private String place(String expected, Matcher name, List<String> fresh) {
        if (known.containsKey(name.group(1))) {
            return Pattern.quote(known.get(name.group(1)));
        }
        int seen = fresh.indexOf(name.group(1));
        if (seen >= 0) {
            return "\\" + (seen + 1);
        }
        fresh.add(name.group(1));
        boolean quoted = name.start() > 0 && expected.charAt(name.start() - 1) == '"';
        return quoted ? TEXT : VALUE;
    }

    private String meaning(String name) {
        assertThat(known).containsKey(name);
        return known.get(name);
    }
}
