package io.leadloop.state;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the two systems undid each other in one canonical field.
 *
 * @param flips how often a field went back to the value that our write had replaced
 * @param since vendor time of the first of them
 */
public record PingPong(int flips, Instant since) {

    /** So many within a day, and the field is written no more until a person releases it. */
    public static final int MOST = 3;

    private static final Duration WITHIN = Duration.ofDays(1);

    static PingPong first(Instant at) {
        return new PingPong(1, at);
    }

    PingPong again(Instant at) {
        return isFrozen() || !at.isAfter(since.plus(WITHIN)) ? new PingPong(flips + 1, since) : first(at);
    }

    public boolean isFrozen() {
        return flips >= MOST;
    }
}
