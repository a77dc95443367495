package parlance.chat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants in {@code timestamptz} columns; Jakarta Persistence 3.1 itself knows only the types with an offset. */
@Converter(autoApply = true)
class InstantColumn implements AttributeConverter<Instant, OffsetDateTime> {
    @Override
    public OffsetDateTime convertToDatabaseColumn(Instant instant) {
        return Optional.ofNullable(instant)
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    @Override
    public Instant convertToEntityAttribute(OffsetDateTime column) {
        return Optional.ofNullable(column).map(OffsetDateTime::toInstant).orElse(null);
    }
}
