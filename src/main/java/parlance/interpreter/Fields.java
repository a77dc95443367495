package parlance.interpreter;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parlance.chat.ChatException.Invalid;

/**
 * The fields of an object that a client sent. A field that is null is absent; one of the wrong kind is {@code Invalid}.
 * Immutable.
 */
public final class Fields {
    private final JsonObject values;

    Fields(JsonObject values) {
        this.values = values;
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new Invalid(name + " is missing"));
    }

    public Optional<String> optionalText(String name) {
        return present(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw new Invalid(name + " must be a text");
        });
    }

    /** A whole number, however it is written: {@code 3}, {@code 3.0}, {@code 3e0}. */
    public OptionalLong optionalNumber(String name) {
        return present(name).map(value -> OptionalLong.of(number(name, value))).orElseGet(OptionalLong::empty);
    }

    public Fields object(String name) {
        if (present(name).orElse(JsonValue.NULL) instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new Invalid(name + " must be an object");
    }

    /** At most {@code limit} texts. */
    public List<String> texts(String name, int limit) {
        if (!(present(name).orElse(JsonValue.NULL) instanceof JsonArray array)) {
            throw new Invalid(name + " must be a list");
        }
        if (array.size() > limit) {
            throw new Invalid(name + " must have at most " + limit + " entries");
        }
        var texts = new ArrayList<String>();
        for (var value : array) {
            if (!(value instanceof JsonString text)) {
                throw new Invalid(name + " must be a list of texts");
            }
            texts.add(text.getString());
        }
        return List.copyOf(texts);
    }

    private Optional<JsonValue> present(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static long number(String name, JsonValue value) {
        if (value instanceof JsonNumber number) {
            try {
                return number.bigDecimalValue().longValueExact();
            } catch (ArithmeticException e) {
                throw new Invalid(name + " must be a whole number below 2^63");
            }
        }
        throw new Invalid(name + " must be a number");
    }
}
