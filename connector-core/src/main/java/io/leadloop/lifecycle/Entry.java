package io.leadloop.lifecycle;

import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a cycle begins. */
final class Entry {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Set<LifecycleState> DOORS = EnumSet.of(
            LifecycleState.TARGET,
            LifecycleState.INQUIRY,
            LifecycleState.NURTURE,
            LifecycleState.DATA_FIX,
            LifecycleState.DISQUALIFIED);

    private final LifecyclePolicy policy;
    private final ReasonBook reasons;

    Entry(LifecyclePolicy policy, ReasonBook reasons) {
        this.policy = policy;
        this.reasons = reasons;
    }

    Step qualify(Journey journey, Qualification because, Instant now) {
        if (journey.open().isPresent()) {
            return Step.none(journey);
        }
        Optional<Event> wait = guard(journey, because, now);
        if (wait.isPresent()) {
            return Step.only(journey, wait.get());
        }
        Trail trail = new Trail(journey);
        trail.clocks(Optional.empty(), Optional.empty());
        trail.open(Handoffs.opened(journey.cycle() + 1, because, now));
        switch (journey.state()) {
            case TARGET, DISQUALIFIED -> trail.inferred(LifecycleState.INQUIRY, now, "system");
            case DATA_FIX -> trail.inferred(LifecycleState.NURTURE, now, "system");
            case INQUIRY,
                    NURTURE,
                    QUALIFIED,
                    HANDED_OFF,
                    ACCEPTED,
                    WORKING,
                    SALES_QUALIFIED,
                    OPPORTUNITY,
                    WON,
                    LOST,
                    REJECTED,
                    REROUTED,
                    EXPIRED,
                    SUPPRESSED -> {}
        }
        trail.move(LifecycleState.QUALIFIED, now, "system", because.why());
        return trail.step();
    }

    private Optional<Event> guard(Journey journey, Qualification because, Instant now) {
        if (!DOORS.contains(journey.state())) {
            return wait(Optional.empty(), "no new cycle begins from " + journey.state());
        }
        if (excluded(journey)) {
            return wait(Optional.empty(), "the last reason excludes this person");
        }
        if (handRaised(journey, because)) {
            return Optional.empty();
        }
        if (journey.state() == LifecycleState.DISQUALIFIED
                && journey.recycleAt().isEmpty()) {
            return wait(Optional.empty(), "disqualified: only a hand-raise begins a new cycle");
        }
        if (journey.recycleAt().filter(now::isBefore).isPresent()) {
            return wait(journey.recycleAt(), "the cool-down is not over");
        }
        if (cyclesWithinAYear(journey, now) >= policy.cyclesPerYear()) {
            return wait(Optional.empty(), "the most cycles of a year are used");
        }
        if (!fresh(journey, because)) {
            return wait(Optional.empty(), "no engagement since the cool-down ended");
        }
        return Optional.empty();
    }

    /** What the person asked for before the last cycle ended was answered by it. */
    private static boolean handRaised(Journey journey, Qualification because) {
        Optional<Instant> ended = journey.latest().flatMap(Handoff::closedAt);
        return because.handRaisedAt()
                .filter(raised -> ended.isEmpty() || raised.isAfter(ended.get()))
                .isPresent();
    }

    /** A recycled person needs new engagement, unless the buyer's own day has come. */
    private static boolean fresh(Journey journey, Qualification because) {
        if (journey.recycleAt().isEmpty() || journey.dueAt().isPresent()) {
            return true;
        }
        Instant since = journey.recycleAt().get();
        return because.newestEngagement()
                .filter(touch -> !touch.isBefore(since))
                .isPresent();
    }

    private boolean excluded(Journey journey) {
        return journey.latest()
                .flatMap(Handoff::reason)
                .flatMap(reasons::advice)
                .filter(ReasonAdvice::excludes)
                .isPresent();
    }

    private static long cyclesWithinAYear(Journey journey, Instant now) {
        Instant since = now.minus(YEAR);
        return journey.handoffs().stream()
                .filter(handoff -> handoff.qualifiedAt().isAfter(since))
                .count();
    }

    private static Optional<Event> wait(Optional<Instant> until, String why) {
        return Optional.of(new Event.Waiting(until, why));
    }
}
