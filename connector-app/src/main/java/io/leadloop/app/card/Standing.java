package io.leadloop.app.card;

import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.lifecycle.Decision;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a hand-off stands, as a rep would say it. */
public enum Standing {
    /** Marketing has not handed this person over, or not yet. */
    NONE,
    PENDING,
    ACCEPTED,
    /** A no was given. */
    ANSWERED,
    EXPIRED,
    /** Converted or in a deal. */
    SALES,
    /** Ended without an answer: withdrawn, or no contact any more. */
    CLOSED;

    private static final Set<LifecycleState> WITH_SALES = EnumSet.of(
            LifecycleState.SALES_QUALIFIED, LifecycleState.OPPORTUNITY, LifecycleState.WON, LifecycleState.LOST);

    static Standing of(Handoff handoff) {
        if (handoff.isOpen() && handoff.state() == LifecycleState.QUALIFIED) {
            return NONE;
        }
        if (WITH_SALES.contains(handoff.state())) {
            return SALES;
        }
        return switch (Decision.of(handoff)) {
            case PENDING -> PENDING;
            case ACCEPTED -> ACCEPTED;
            case REJECTED, DISQUALIFIED -> ANSWERED;
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CLOSED;
        };
    }

    /** As it goes over the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
