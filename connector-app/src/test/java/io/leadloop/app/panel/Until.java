package io.leadloop.app.panel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what others do, asking again and again. */
final class Until {

    private static final int EVERY_MILLIS = 150;

    private Until() {}

    /** @throws AssertionError if it did not hold within three minutes */
    static void holds(BooleanSupplier step) {
        ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor();
        try {
            CountDownLatch done = new CountDownLatch(1);
            ScheduledFuture<?> all = steps.scheduleAtFixedRate(
                    () -> {
                        if (step.getAsBoolean()) {
                            done.countDown();
                        }
                    },
                    0,
                    EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            if (!done.await(3, TimeUnit.MINUTES)) {
                throw new AssertionError("it has not ended; " + (all.isDone() ? "a step failed" : "it goes on"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            steps.shutdown();
        }
    }
}
