package parlance.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Parses and writes JSON (RFC 8259) with limits that hold whatever the provider. Thread-safe. */
public final class JsonText {
    /** Deepest nesting of arrays and objects that is read; deeper text is refused before it is parsed. */
    public static final int MAX_DEPTH = 32;

    /** Most values in one text: as objects they take many times the memory of their text. */
    public static final int MAX_VALUES = 50_000;

    /** Longest number that is read, in characters: longer ones cost quadratic time to turn into a value. */
    public static final int MAX_NUMBER_LENGTH = 400;

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
    private static final JsonWriterFactory WRITERS = PROVIDER.createWriterFactory(Map.of());

    private JsonText() {}

    /**
     * The one value that the whole text is.
     *
     * @throws JsonException when it is no JSON, nested deeper than {@link #MAX_DEPTH}, of more than
     *     {@link #MAX_VALUES} values, or has an endless number
     */
    public static JsonValue parse(String text) {
        Bounds.check(text);
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            var value = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonException("more than one JSON value");
            }
            return value;
        } catch (IllegalStateException | NoSuchElementException | NumberFormatException e) {
            throw new JsonException("no JSON: " + e.getMessage(), e);
        }
    }

    public static String write(JsonValue value) {
        if (value instanceof JsonString || value instanceof JsonNumber) {
            return value.toString();
        }
        var text = new StringWriter();
        try (var writer = WRITERS.createWriter(text)) {
            writer.write(value);
        }
        return text.toString();
    }

    /** An object in the order in which {@code members} adds to it. */
    public static JsonObject object(Consumer<JsonObjectBuilder> members) {
        var builder = PROVIDER.createObjectBuilder();
        members.accept(builder);
        return builder.build();
    }

    public static JsonArray array(Iterable<? extends JsonValue> values) {
        JsonArrayBuilder builder = PROVIDER.createArrayBuilder();
        values.forEach(builder::add);
        return builder.build();
    }

    /** The JSON string of these characters. */
    public static JsonString string(String characters) {
        return PROVIDER.createValue(characters);
    }

    public static JsonNumber number(long value) {
        return PROVIDER.createValue(value);
    }
}
