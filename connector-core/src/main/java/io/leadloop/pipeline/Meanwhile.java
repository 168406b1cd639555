package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.delivery.Delivery;
import io.leadloop.policy.Ceilings;
import java.util.Optional;
import java.util.Set;

/**
 * What rings while a long pass is under way does not wait for its end: between two pages it is read, planned, and
 * written. Only where everybody is known already; within the ceilings of the pass, beyond which it waits like the rest.
 */
final class Meanwhile {

    private final Doorbells doorbells;
    private final Delivery delivery;
    private Optional<Ceilings> ceilings = Optional.empty();
    private long written;

    Meanwhile(Doorbells doorbells, Delivery delivery) {
        this.doorbells = doorbells;
        this.delivery = delivery;
    }

    void allow(Ceilings those) {
        ceilings = Optional.of(those);
        written = 0;
    }

    void forbid() {
        ceilings = Optional.empty();
        written = 0;
    }

    /** What was written in this pass so far. */
    long written() {
        return written;
    }

    /** Whether there is anything to do. A page that was read before it is done would show what stood there before. */
    boolean isDue() {
        return ceilings.isPresent() && doorbells.rang();
    }

    void look() {
        if (isDue()) {
            Set<AggregateId> rang = doorbells.answerFirst();
            if (ceilings.orElseThrow().surelyAllow(written + rang.size())) {
                written += delivery.deliver(rang);
            }
        }
    }
}
