package parlance.socketio;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.List;
import parlance.json.JsonText;

/**
 * What an ack carries: {@code 3<id>[arg,…]} on the wire, or {@code 6…} with attachments. Immutable as an {@link Event} is.
 *
 * @param attachments what the {@link Event#placeholder(int) placeholders} in the arguments stand for, each exactly once
 */
public record Answer(JsonArray args, List<ByteBuffer> attachments) {
    /** @throws IllegalArgumentException when placeholders and attachments do not match */
    public Answer {
        attachments = Placeholders.checked(args, attachments);
    }

    public static Answer of(JsonValue... args) {
        return new Answer(JsonText.array(List.of(args)), List.of());
    }
}
