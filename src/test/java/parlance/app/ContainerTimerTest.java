package parlance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerTimerTest {
    private final ContainerTimer timer = new ContainerTimer(Thread::new);

    @AfterEach
    void stop() {
        timer.stop();
    }

    @Test
    void a_task_runs_when_its_time_has_come() throws InterruptedException {
        var ran = new CountDownLatch(1);

        timer.schedule(Duration.ofMillis(1), ran::countDown);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_cancelled_task_is_not_kept_in_memory() {
        var session = new WeakReference<>(cancelledAtOnce());

        for (int i = 0; i < 100 && session.get() != null; i++) {
            System.gc();
        }

        assertThat(session.get()).isNull();
    }

    @Test
    void a_task_that_comes_after_the_stop_is_dropped_without_a_word() {
        timer.stop();

        timer.schedule(Duration.ZERO, () -> {}).cancel();
    }

    /** What the task held. */
    private Object cancelledAtOnce() {
        var session = new CountDownLatch(1);
        timer.schedule(Duration.ofHours(1), session::countDown).cancel();
        return session;
    }
}
