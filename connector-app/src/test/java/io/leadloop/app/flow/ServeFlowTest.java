package io.leadloop.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.pipeline.PassReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServeFlowTest {

    private static final PassReport NOTHING = new PassReport(0, 0, 0, 0, false, false);
    private static final int A_WHILE_MILLIS = 300;

    @Test
    void closingWaitsForTheRunningPassAndDoesNotInterruptIt() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        ServeFlow flow = ServeFlow.start(
                () -> {
                    running.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    ended.set(true);
                    return NOTHING;
                },
                Duration.ofHours(1),
                failed -> {});
        running.await();
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        later.schedule(goOn::countDown, A_WHILE_MILLIS, TimeUnit.MILLISECONDS);
        flow.close();
        later.shutdown();

        assertThat(ended).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void ordersRunBetweenPassesOnTheSameThread() throws InterruptedException {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch soon = new CountDownLatch(1);
        try (ServeFlow flow = ServeFlow.start(
                () -> {
                    threads.add(Thread.currentThread().getName());
                    return NOTHING;
                },
                Duration.ofMillis(5),
                failed -> {})) {
            flow.order(() -> threads.add(Thread.currentThread().getName()));
            flow.soon(() -> {
                threads.add(Thread.currentThread().getName());
                soon.countDown();
            });
            soon.await();
        }

        assertThat(List.copyOf(threads)).hasSizeGreaterThan(1).containsOnly("pass-1");
    }

    @Test
    void aPassThatFailsIsToldAndTheNextOneRuns() throws InterruptedException {
        CountDownLatch passes = new CountDownLatch(3);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (ServeFlow flow = ServeFlow.start(
                () -> {
                    passes.countDown();
                    throw new IllegalStateException("no luck");
                },
                Duration.ofMillis(5),
                failures::add)) {
            passes.await();
            flow.order(() -> {});
        }

        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessage("no luck"));
    }
}
