package parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;
import static parlance.json.JsonText.string;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import parlance.support.Rest;
import parlance.support.Tokens;

/**
 * A conversation between clients and the server as it is on the wire, packet by packet, played by WebSocket. One line
 * each: {@code ada > packet} is sent, {@code ada < packet} is what ada hears next. Everything anybody hears is written
 * down, in each one's order. {@code ada.phone} is another client of ada's.
 *
 * <p>The cast is ada, bob and cleo. {@code $ada} is her user id, {@code $ada-token} her token and {@code $ada-short} one that ends in a second; any other
 * name is what stands in its place the first time. {@code GET} and {@code POST} are REST, heard as {@code HTTP 200}; {@code
 * x} is the end of the WebSocket. What is {@code # given:} has happened before:
 *
 * <pre>{@code
 * # given: ada speaks jobspare
 * # given: bob and bob.phone speak horse-trust
 * # given: ada and bob share $c
 * # given: ada and bob have joined $c
 * }</pre>
 */
final class Transcript implements AutoCloseable {
    /** Silence cannot be waited for otherwise. */
    private static final Duration SILENCE = Duration.ofMillis(300);

    private static final List<String> CAST = List.of("ada", "bob", "cleo");

    private static final Pattern LINE = Pattern.compile("([a-z]+(?:\\.[a-z]+)?) ([<>]) (.*)");
    private static final Pattern SPEAK = Pattern.compile("(.+) speaks? (.+)");
    private static final Pattern SHARE = Pattern.compile("(.+) share (.+)");
    private static final Pattern JOINED = Pattern.compile("(.+) (?:has|have) joined (.+)");

    private final URI server;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Names names = new Names();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> dialects = new LinkedHashMap<>();

    private Transcript(URI server) {
        this.server = server;
        CAST.forEach(this::enlist);
    }

    /** Plays the file against the server, and asserts that it says what is written there and nothing else. */
    static void play(Path file, URI server) {
        try (var transcript = new Transcript(server)) {
            int number = 0;
            for (var line : lines(file)) {
                number++;
                transcript.play(line, file.getFileName() + " line " + number);
            }
            transcript.silent(file);
        }
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
    }

    private void play(String line, String place) {
        try {
            if (line.startsWith("# given: ")) {
                given(line.substring("# given: ".length()));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                said(line);
            }
        } catch (AssertionError e) {
            throw new AssertionError(place + ", " + line + ": " + e.getMessage(), e);
        }
    }

    private void said(String line) {
        var match = LINE.matcher(line);
        assertThat(match.matches()).as("a line of a transcript").isTrue();
        var person = person(match.group(1));
        if (match.group(2).equals(">")) {
            person.says(names.in(match.group(3)));
        } else {
            names.learn(match.group(3), person.next());
        }
    }

    private void given(String what) {
        var speak = SPEAK.matcher(what);
        var share = SHARE.matcher(what);
        var joined = JOINED.matcher(what);
        if (speak.matches()) {
            named(speak.group(1)).forEach(name -> speaks(name, speak.group(2)));
        } else if (share.matches()) {
            share(named(share.group(1)), share.group(2).substring(1));
        } else {
            assertThat(joined.matches()).as("something that can be given").isTrue();
            named(joined.group(1)).forEach(name -> joins(name, names.in(joined.group(2))));
        }
    }

    private void speaks(String name, String dialect) {
        var person = person(name);
        dialects.put(name, dialect);
        person.says(
                "40" + object(o -> o.add("token", Tokens.of(person.userId())).add("dialect", dialect)));
        assertThat(person.next()).startsWith("40{");
        if (dialect.equals("jobspare")) {
            assertThat(person.next()).startsWith("42[\"authenticated\"");
        }
    }

    private void share(List<String> who, String conversation) {
        var people = who.stream().map(name -> string(person(name).userId())).toList();
        var wish =
                object(o -> o.add("type", who.size() == 2 ? "direct" : "group").add("participantIds", array(people)));
        var made = Rest.of(server, person(who.get(0)).userId()).post("/conversations", wish);
        names.put(conversation, Rest.object(made, 201).getString("id"));
    }

    private void joins(String name, String conversation) {
        boolean byObject = dialects.get(name).equals("jobspare");
        var person = person(name);
        var asked = byObject ? object(o -> o.add("conversationId", conversation)) : string(conversation);
        person.says("420" + array(List.of(string("join_conversation"), asked)));
        if (byObject) {
            assertThat(person.next()).startsWith("42[\"joined_conversation\"");
        }
        assertThat(person.next()).isEqualTo("430[{\"success\":true}]");
    }

    private Person person(String name) {
        return people.computeIfAbsent(name, n -> Person.at(server, userId(n)));
    }

    private String userId(String name) {
        return names.in("$" + name.replaceFirst("\\..*", ""));
    }

    private void enlist(String name) {
        var id = name + "_" + run;
        names.put(name, id);
        names.put(name + "-token", Tokens.of(id));
        names.put(name + "-short", Tokens.until(id, Instant.now().plusSeconds(1)));
    }

    private void silent(Path file) {
        try {
            Thread.sleep(SILENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        people.forEach((name, person) -> assertThat(person.heard())
                .as("%s, heard by %s and not written down", file, name)
                .isEmpty());
    }

    private static List<String> named(String people) {
        return Arrays.asList(people.split(", | and "));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
