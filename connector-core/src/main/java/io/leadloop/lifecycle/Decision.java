package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;

/** How a hand-off was decided, in the words of the reports; exactly one of these for each hand-off. */
public enum Decision {
    /** Sales has not answered, and may still. */
    PENDING,
    /** Accepted and not declined: in work, converted, or a deal. */
    ACCEPTED,
    /** Declined before contact. */
    REJECTED,
    /** Declined after acceptance. */
    DISQUALIFIED,
    /** Nobody answered in time. */
    EXPIRED,
    /** Ended without sales: withdrawn, suppressed, or merged into another hand-off. */
    CANCELLED;

    public static Decision of(Handoff handoff) {
        boolean expired = handoff.reason().filter(ReasonCode.EXPIRED::equals).isPresent();
        boolean declined = handoff.answer()
                .filter(answer -> answer.kind() == Answer.Kind.DECLINE)
                .isPresent();
        if (expired) {
            return EXPIRED;
        }
        if (declined) {
            return handoff.acceptedAt().isPresent() ? DISQUALIFIED : REJECTED;
        }
        if (handoff.acceptedAt().isPresent() && handoff.state() != LifecycleState.SUPPRESSED) {
            return ACCEPTED;
        }
        return handoff.isOpen() ? PENDING : CANCELLED;
    }
}
