package io.leadloop.delivery;

import io.leadloop.failure.Failure;
import java.time.Duration;

/** When a write that was not applied is tried again: the vendor's hint, else 2 s doubled with each try, at most 15 min. */
public final class RetrySchedule {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final int mostTries;

    public RetrySchedule(int mostTries) {
        this.mostTries = mostTries;
    }

    public Duration delay(Failure failure, int tries) {
        Duration own = FIRST.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
        Duration delay = failure.retryAfter().orElse(own);
        return delay.compareTo(LONGEST) > 0 && failure.retryAfter().isEmpty() ? LONGEST : delay;
    }

    /** After so many tries a person is asked. */
    public boolean isExhausted(int tries) {
        return tries >= mostTries;
    }
}
