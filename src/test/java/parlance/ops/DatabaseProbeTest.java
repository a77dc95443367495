package parlance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import parlance.json.JsonText;
import parlance.support.HandClock;

class DatabaseProbeTest {
    private static final Duration PATIENCE = Duration.ofMillis(1);

    private final HandClock clock = new HandClock();
    private boolean up = true;
    private int asked;

    @Test
    void an_answer_holds_for_a_second() {
        var probe = new DatabaseProbe(this::ask, Runnable::run, clock, PATIENCE);

        assertThat(probe.answers()).isTrue();
        up = false;
        assertThat(probe.answers()).isTrue();
        assertThat(asked).isEqualTo(1);

        clock.passes(DatabaseProbe.FRESH.plusMillis(1));
        assertThat(probe.answers()).isFalse();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void a_database_that_hangs_is_down_and_is_not_asked_again_meanwhile() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var probe = new DatabaseProbe(this::ask, waiting::add, clock, PATIENCE);

        assertThat(probe.answers()).isFalse();
        clock.passes(Duration.ofMinutes(1));
        assertThat(probe.answers()).isFalse();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        clock.passes(Duration.ofMinutes(-1));
        assertThat(probe.answers()).isTrue();
    }

    @Test
    void a_probe_that_fails_is_down() {
        var probe = new DatabaseProbe(
                () -> {
                    throw new IllegalStateException("broken");
                },
                Runnable::run,
                clock,
                PATIENCE);

        assertThat(probe.answers()).isFalse();
    }

    @Test
    void a_server_without_a_thread_to_ask_with_is_down() {
        var probe = new DatabaseProbe(
                this::ask,
                task -> {
                    throw new RejectedExecutionException("full");
                },
                clock,
                PATIENCE);

        assertThat(probe.answers()).isFalse();
    }

    @Test
    void a_report_is_up_when_every_check_is() {
        var checks = List.of(new Check("migrations", true), new Check("database", false));

        assertThat(JsonText.write(Check.report(checks)))
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"migrations\",\"status\":\"UP\"},"
                        + "{\"name\":\"database\",\"status\":\"DOWN\"}]}");
        assertThat(Check.allUp(checks.subList(0, 1))).isTrue();
    }

    private boolean ask() {
        asked++;
        return up;
    }
}
