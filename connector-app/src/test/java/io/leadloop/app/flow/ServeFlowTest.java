package io.leadloop.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
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
import org.slf4j.LoggerFactory;

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

    @Test
    void whatAVendorRefusedIsLoggedOnceInOneLine() throws InterruptedException {
        Failure refusal = Failure.of(FailureKind.THROTTLED, "RATE_LIMITS", "HubSpot answered 429");
        CountDownLatch passes = new CountDownLatch(2);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        log.start();
        root.setLevel(Level.WARN);
        root.addAppender(log);
        try (ServeFlow flow = ServeFlow.start(
                () -> {
                    passes.countDown();
                    throw new CallFailed(refusal);
                },
                Duration.ofMillis(5),
                failed -> {})) {
            passes.await();
            flow.order(() -> {});
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        assertThat(List.copyOf(log.list))
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.getFormattedMessage())
                            .isEqualTo("pass failed: THROTTLED RATE_LIMITS: HubSpot answered 429");
                    assertThat(event.getThrowableProxy()).isNull();
                });
    }
}
