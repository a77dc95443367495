package parlance.interpreter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parlance.chat.UserId;
import parlance.engineio.ManualTimer;

class AttendanceTest {
    private static final UserId ADA = UserId.of("ada");
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ManualTimer time = new ManualTimer();
    private final List<String> news = Collections.synchronizedList(new ArrayList<>());
    private final Attendance attendance = new Attendance(
            user -> news.add("online"),
            user -> news.add("offline"),
            GRACE,
            (delay, task) -> time.schedule(delay, task)::cancel);

    @Test
    void the_first_socket_comes_online_and_the_last_goes_offline() {
        attendance.arrived(ADA);
        attendance.arrived(ADA);
        attendance.left(ADA);
        assertThat(news).containsExactly("online");
        assertThat(attendance.here(ADA)).isTrue();

        attendance.left(ADA);
        assertThat(news).containsExactly("online", "offline");
        assertThat(attendance.here(ADA)).isFalse();
        assertThat(attendance.size()).isZero();
    }

    @Test
    void a_lost_transport_has_a_moment_to_come_back() {
        attendance.arrived(ADA);
        attendance.lost(ADA);
        time.advance(GRACE.minusMillis(1));
        attendance.arrived(ADA);
        time.advance(GRACE);
        assertThat(news).containsExactly("online");

        attendance.lost(ADA);
        time.advance(GRACE);
        assertThat(news).containsExactly("online", "offline");
        assertThat(attendance.size()).isZero();
    }

    @Test
    void each_loss_has_a_moment_of_its_own() {
        attendance.arrived(ADA);
        attendance.lost(ADA);
        time.advance(Duration.ofSeconds(4));
        attendance.arrived(ADA);
        attendance.lost(ADA);

        time.advance(Duration.ofSeconds(4));
        assertThat(news).containsExactly("online");
        time.advance(Duration.ofSeconds(1));
        assertThat(news).containsExactly("online", "offline");
    }

    @Test
    void a_lost_transport_has_its_moment_even_if_another_socket_leaves_on_purpose() {
        attendance.arrived(ADA);
        attendance.arrived(ADA);
        attendance.lost(ADA);

        attendance.left(ADA);
        assertThat(news).containsExactly("online");

        time.advance(GRACE);
        assertThat(news).containsExactly("online", "offline");
        assertThat(attendance.size()).isZero();
    }

    @Test
    void who_comes_back_and_leaves_on_purpose_is_offline_at_once() {
        attendance.arrived(ADA);
        attendance.lost(ADA);
        attendance.arrived(ADA);

        attendance.left(ADA);

        assertThat(news).containsExactly("online", "offline");
        time.advance(GRACE);
        assertThat(news).hasSize(2);
    }

    @Test
    void an_announcement_that_fails_is_made_later_if_it_is_still_true() {
        var down = new AtomicBoolean(true);
        var fragile = new Attendance(
                user -> news.add("online"),
                user -> {
                    if (down.get()) {
                        throw new IllegalStateException("the database is down, on purpose");
                    }
                    news.add("offline");
                },
                GRACE,
                (delay, task) -> time.schedule(delay, task)::cancel);
        fragile.arrived(ADA);
        fragile.left(ADA);
        time.advance(Attendance.RETRY);
        assertThat(news).containsExactly("online");

        down.set(false);
        time.advance(Attendance.RETRY);
        assertThat(news).containsExactly("online", "offline");
        assertThat(fragile.size()).isZero();
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void what_was_never_announced_is_not_taken_back() {
        var fragile = new Attendance(
                user -> {
                    throw new IllegalStateException("the database is down, on purpose");
                },
                user -> news.add("offline"),
                GRACE,
                (delay, task) -> time.schedule(delay, task)::cancel);

        fragile.arrived(ADA);
        fragile.left(ADA);
        time.advance(Attendance.RETRY);

        assertThat(news).isEmpty();
        assertThat(fragile.size()).isZero();
    }

    @Test
    void in_any_hurry_news_alternate_and_end_with_the_truth() throws InterruptedException {
        var pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            pool.execute(() -> {
                for (int n = 0; n < 2_000; n++) {
                    attendance.arrived(ADA);
                    if (ThreadLocalRandom.current().nextInt(100) == 0) {
                        attendance.lost(ADA);
                    } else {
                        attendance.left(ADA);
                    }
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(30, SECONDS)).isTrue();
        time.advance(GRACE);

        assertThat(attendance.size()).isZero();
        assertThat(news).last().isEqualTo("offline");
        for (int i = 0; i < news.size(); i++) {
            assertThat(news.get(i)).isEqualTo(i % 2 == 0 ? "online" : "offline");
        }
    }
}
