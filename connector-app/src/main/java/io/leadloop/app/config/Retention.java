package io.leadloop.app.config;

import java.time.Duration;

/**
 * How long what is over stays in the store.
 *
 * @param entries settled writes, from the day they were settled
 * @param reviews decided questions, from the day they were asked
 */
public record Retention(Duration entries, Duration reviews) {

    static final Duration USUAL = Duration.ofDays(400);
}
