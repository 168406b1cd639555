package io.leadloop.app.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, asking again and again. */
final class Eventually {

    private static final int EVERY_MILLIS = 20;

    private Eventually() {}

    /** @throws AssertionError if it did not become true in time */
    static void within(Duration time, BooleanSupplier condition) {
        CountDownLatch seen = new CountDownLatch(1);
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
        try {
            watcher.scheduleWithFixedDelay(
                    () -> {
                        if (condition.getAsBoolean()) {
                            seen.countDown();
                        }
                    },
                    0,
                    EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            if (!seen.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it did not happen within " + time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            watcher.shutdownNow();
        }
    }
}
