package parlance.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerTimerTest {
    private final List<Runnable> kept = new ArrayList<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            kept.add(task);
            return super.schedule(task, delay, unit);
        }
    };
    private final ContainerTimer timer = new ContainerTimer(threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_task_runs_after_its_delay() throws InterruptedException {
        var ran = new CountDownLatch(1);

        timer.schedule(Duration.ofMillis(1), ran::countDown);

        assertThat(ran.await(10, SECONDS)).isTrue();
    }

    @Test
    void a_cancelled_task_is_let_go_of_even_if_the_container_keeps_what_it_was_given() {
        var ran = new AtomicInteger();

        timer.schedule(Duration.ofHours(12), ran::incrementAndGet).cancel();

        kept.forEach(Runnable::run);
        assertThat(ran).hasValue(0);
    }
}
