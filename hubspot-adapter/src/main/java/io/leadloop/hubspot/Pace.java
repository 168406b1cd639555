package io.leadloop.hubspot;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * One limit and our share of it. Calls take their turns one at a time, evenly: a window's calls at its end and the next
 * one's at its start would be twice as many. The limit may change; who waits already waits by the old one.
 */
final class Pace {

    private record Rate(int calls, Duration period, RateLimiter turns) {}

    private final String name;
    private final double share;
    private final Duration longestWait;
    private volatile Rate rate;

    /** @param share of the limit, above 0 and at most 1 */
    Pace(String name, int calls, Duration period, double share, Duration longestWait) {
        this.name = name;
        this.share = share;
        this.longestWait = longestWait;
        this.rate = rate(calls, period);
    }

    /** Waits for a turn; false if none comes in time. */
    boolean turn() {
        return rate.turns().acquirePermission();
    }

    /** The limit as the vendor told it. */
    void learn(int calls, Duration period) {
        if (rate.calls() != calls || !rate.period().equals(period)) {
            rate = rate(calls, period);
        }
    }

    private Rate rate(int calls, Duration period) {
        return new Rate(
                calls,
                period,
                RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(Duration.ofNanos((long) (period.toNanos() / (calls * share))))
                                .timeoutDuration(longestWait)
                                .build()));
    }
}
