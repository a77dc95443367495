package parlance.chat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place in a list of conversations that is sorted by activity. */
record Cursor(Instant at, UUID id) {
    /** Before the first. */
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** @throws ChatException.Invalid unless we wrote the text */
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int between = plain.indexOf(' ');
            var at = Instant.parse(plain.substring(0, between));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(START.at)) { // PostgreSQL knows fewer years
                throw new ChatException.Invalid("Unknown cursor");
            }
            return new Cursor(at, UUID.fromString(plain.substring(between + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new ChatException.Invalid("Unknown cursor");
        }
    }

    String text() {
        byte[] plain = (at + " " + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
