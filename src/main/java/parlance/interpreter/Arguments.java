package parlance.interpreter;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import parlance.chat.ChatException.Invalid;
import parlance.chat.ConversationId;

/**
 * What a client sent with an event: any number of values of any kind. What is missing or of the wrong kind is {@code
 * Invalid} when it is asked for, and harmless before; what nobody asks for is ignored. Immutable.
 */
public final class Arguments {
    private final JsonArray values;

    Arguments(JsonArray values) {
        this.values = values;
    }

    /** The first argument is a bare string. */
    public boolean startWithText() {
        return at(0) instanceof JsonString;
    }

    /** The first argument is an object. */
    public boolean startWithObject() {
        return at(0) instanceof JsonObject;
    }

    /** The first argument is an object with this field. */
    public boolean has(String field) {
        return at(0) instanceof JsonObject object && object.containsKey(field);
    }

    public ConversationId conversation(int index) {
        if (at(index) instanceof JsonString text) {
            return ConversationId.of(text.getString());
        }
        throw new Invalid("A conversation id must be a text");
    }

    public Fields object(int index) {
        if (at(index) instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new Invalid("An object is expected");
    }

    private JsonValue at(int index) {
        return index < values.size() ? values.get(index) : JsonValue.NULL;
    }
}
