package parlance.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parlance.chat.ChatException;

/**
 * The JSON object of a request. A member that is null is as good as absent; one of another kind than asked for is
 * {@link ChatException.Invalid}, because JSON Binding would quietly make a text of a number.
 */
record Body(JsonObject members) {
    Optional<String> text(String name) {
        return member(name).map(value -> text(name, value));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new ChatException.Invalid(name + " is missing"));
    }

    /** The texts of a list; empty when it is absent. */
    List<String> texts(String name) {
        return member(name)
                .map(value -> {
                    if (value instanceof JsonArray list) {
                        return list.stream().map(item -> text(name, item)).toList();
                    }
                    throw new ChatException.Invalid(name + " must be a list of texts");
                })
                .orElse(List.of());
    }

    /** A whole number of at most 18 digits. */
    OptionalLong size(String name) {
        return member(name)
                .map(value -> {
                    // the text first: numbers of thousands of digits are slow to read, or cannot be
                    if (value instanceof JsonNumber && value.toString().matches("\\d{1,18}")) {
                        return OptionalLong.of(Long.parseLong(value.toString()));
                    }
                    throw new ChatException.Invalid(name + " must be a whole number");
                })
                .orElse(OptionalLong.empty());
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new ChatException.Invalid(name + " must be text");
    }
}
