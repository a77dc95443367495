package parlance.socketio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import parlance.json.JsonText;

/** {@code {"_placeholder":true,"num":n}}: where in the JSON of a packet its n-th attachment belongs. */
final class Placeholders {
    private static final String MARK = "_placeholder";
    private static final String NUMBER = "num";

    private Placeholders() {}

    static JsonObject of(int num) {
        return JsonText.object(o -> o.add(MARK, true).add(NUMBER, num));
    }

    /** Whether each of that many attachments has exactly one placeholder in the arguments, and no other is there. */
    static boolean match(JsonArray args, int attachments) {
        var missing = LongStream.range(0, attachments)
                .<JsonValue>mapToObj(JsonText::number)
                .collect(Collectors.toCollection(HashSet::new));
        return allFound(args, missing) && missing.isEmpty();
    }

    /** Attachments that nobody can write to, once there is a placeholder for each. */
    static List<ByteBuffer> checked(JsonArray args, List<ByteBuffer> attachments) {
        if (!attachments.isEmpty() && !match(args, attachments.size())) {
            throw new IllegalArgumentException("not exactly one placeholder for each attachment");
        }
        return attachments.stream().map(ByteBuffer::asReadOnlyBuffer).toList();
    }

    private static boolean allFound(JsonValue in, Set<JsonValue> missing) {
        if (in instanceof JsonArray array) {
            return array.stream().allMatch(value -> allFound(value, missing));
        }
        if (in instanceof JsonObject object) {
            return JsonValue.TRUE.equals(object.get(MARK))
                    ? missing.remove(object.get(NUMBER))
                    : object.values().stream().allMatch(value -> allFound(value, missing));
        }
        return true;
    }
}
