package io.leadloop.lifecycle;

import io.leadloop.canonical.LifecycleState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where a closed cycle leaves the lead, and until when.
 *
 * @param recycleAt before it only a hand-raise begins a new cycle; empty = only a hand-raise ever does
 * @param dueAt the buyer's own day, on which the lead comes back by itself
 */
public record Routing(Route route, Optional<Instant> recycleAt, Optional<Instant> dueAt) {

    /**
     * A day that was given counts before the reason's delay, the delay before the policy's cool-down. Disqualified
     * without a delay stays so.
     */
    public static Routing of(
            LifecyclePolicy policy, Optional<ReasonAdvice> advice, Optional<LocalDate> revisitOn, Instant at) {
        Route route = advice.map(ReasonAdvice::route).orElse(Route.NURTURE);
        if (route == Route.STOP) {
            return new Routing(route, Optional.empty(), Optional.empty());
        }
        if (revisitOn.isPresent() && route == Route.NURTURE) {
            Duration lead = advice.map(ReasonAdvice::lead).orElse(Duration.ZERO);
            ZoneId zone = policy.calendar().zone();
            Instant day = revisitOn.get().atStartOfDay(zone).toInstant().minus(lead);
            Optional<Instant> back = Optional.of(day.isBefore(at) ? at : day);
            return new Routing(route, back, back);
        }
        Optional<Duration> delay = advice.flatMap(ReasonAdvice::delay).filter(given -> !given.isZero());
        if (route.rest() == LifecycleState.DISQUALIFIED && delay.isEmpty()) {
            return new Routing(route, Optional.empty(), Optional.empty());
        }
        return new Routing(route, Optional.of(at.plus(delay.orElse(policy.coolDown()))), Optional.empty());
    }
}
