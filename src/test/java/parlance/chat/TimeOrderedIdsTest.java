package parlance.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2024-01-15T10:30:00Z");

    @Test
    void ids_sort_by_the_millisecond_they_were_made_in() {
        var ids = IntStream.range(0, 1_000)
                .mapToObj(i -> TimeOrderedIds.at(NOW.plusMillis(i)).toString())
                .toList();

        assertThat(ids).isSorted();
    }

    @Test
    void ids_are_version_7_and_tell_their_time() {
        var id = TimeOrderedIds.at(NOW);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_of_one_millisecond_differ() {
        var ids = new HashSet<>();
        IntStream.range(0, 10_000).forEach(i -> ids.add(TimeOrderedIds.at(NOW)));

        assertThat(ids).hasSize(10_000);
    }

    @Test
    void any_text_is_a_message_id_but_only_ours_can_be_found() {
        var ours = TimeOrderedIds.at(NOW);

        assertThat(MessageId.of(ours.toString()).uuid()).contains(ours);
        assertThat(MessageId.of("507f1f77bcf86cd799439011").uuid()).isEmpty();
        assertThat(MessageId.of("1-1-1-1-1").uuid()).isEmpty();
        assertThat(MessageId.of("x".repeat(36)).uuid()).isEmpty();
        assertThat(MessageId.of("018D0CAB-C828-7825-8B8C-A21D844956F2").uuid()).isEmpty();
    }
}
