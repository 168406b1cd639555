package io.leadloop.lifecycle;

import io.leadloop.canonical.LifecycleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way up within a cycle; steps that nobody reported are filled in. */
final class Ladder {

    private static final List<LifecycleState> RUNGS = List.of(
            LifecycleState.QUALIFIED,
            LifecycleState.HANDED_OFF,
            LifecycleState.ACCEPTED,
            LifecycleState.WORKING,
            LifecycleState.SALES_QUALIFIED,
            LifecycleState.OPPORTUNITY,
            LifecycleState.WON);

    private final LifecyclePolicy policy;

    Ladder(LifecyclePolicy policy) {
        this.policy = policy;
    }

    static boolean leadsTo(LifecycleState from, LifecycleState to) {
        int rung = RUNGS.indexOf(from);
        return rung >= 0 && rung < RUNGS.indexOf(to);
    }

    /** From where the trail stands to the target, all at one time; nothing if it stands there or higher. */
    void climb(Trail trail, LifecycleState target, Instant at, String by, String because) {
        while (leadsTo(trail.state(), target)) {
            LifecycleState next = RUNGS.get(RUNGS.indexOf(trail.state()) + 1);
            if (next == target) {
                trail.move(next, at, by, because);
            } else {
                trail.inferred(next, at, by);
            }
            stamp(trail, next, at);
        }
    }

    private void stamp(Trail trail, LifecycleState reached, Instant at) {
        if (reached == LifecycleState.HANDED_OFF) {
            Instant answerBy = policy.calendar().due(at, policy.answerWithin());
            trail.put(Handoffs.delivered(trail.latest(), at, answerBy));
            trail.add(new Event.Delivered(trail.latest().cycle(), answerBy));
            trail.clocks(Optional.empty(), Optional.of(expiry(answerBy)));
        } else if (reached == LifecycleState.ACCEPTED) {
            trail.put(Handoffs.accepted(trail.latest(), Optional.of(at)));
            trail.clocks(Optional.empty(), Optional.empty());
        }
    }

    Instant expiry(Instant answerBy) {
        return policy.calendar().due(answerBy, policy.grace());
    }
}
