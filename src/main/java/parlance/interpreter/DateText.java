package parlance.interpreter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as JavaScript's {@code Date.toJSON()} writes them: {@code 2024-01-15T10:30:00.000Z}. */
public final class DateText {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DateText() {}

    public static String of(Instant time) {
        return FORMAT.format(time);
    }
}
