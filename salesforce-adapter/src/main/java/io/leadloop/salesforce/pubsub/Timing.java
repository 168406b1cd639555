package io.leadloop.salesforce.pubsub;

import java.time.Duration;

/**
 * How long a subscription waits.
 *
 * @param settles a subscription that was not refused for this long stands; Salesforce does not say so by itself
 * @param silence without any message for this long the connection is taken for dead; Salesforce sends one within 270 s
 * @param first pause before the first new try, doubled for each further one
 * @param longest pause
 * @param answer the longest wait for a single answer
 */
record Timing(Duration settles, Duration silence, Duration first, Duration longest, Duration answer) {

    static Timing usual() {
        return new Timing(
                Duration.ofSeconds(2),
                Duration.ofMinutes(6),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20));
    }

    /** On this machine nothing is far. */
    static Timing nearby() {
        return new Timing(
                Duration.ofMillis(200),
                Duration.ofMinutes(6),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20));
    }

    /** @param tries that failed in a row, from 1 */
    Duration pause(int tries) {
        Duration pause = first.multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
