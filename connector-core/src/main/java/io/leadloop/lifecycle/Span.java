package io.leadloop.lifecycle;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, {@code [from, to)}; empty when it ends before it begins. */
public record Span(Instant from, Instant to) {

    Span within(Span other) {
        return new Span(
                from.isAfter(other.from) ? from : other.from, //
                to.isBefore(other.to) ? to : other.to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, to);
    }
}
