package io.leadloop.intake;

import io.leadloop.canonical.AggregateId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A fact of our own that an aggregate must look at: put by the transaction that causes it, taken by the one that deals
 * with it. A set: the same one put twice is one, with the earlier time.
 *
 * @param detail what makes two of a kind different, such as the cycle; mostly empty
 * @param notBefore when it becomes due
 */
public record InternalChange(Kind kind, AggregateId aggregate, String detail, Instant notBefore)
        implements Comparable<InternalChange> {

    private static final Comparator<InternalChange> ORDER = Comparator.comparing(InternalChange::notBefore)
            .thenComparing(InternalChange::kind)
            .thenComparing(InternalChange::aggregate)
            .thenComparing(InternalChange::detail);

    /** Why the aggregate must look again. */
    public enum Kind {
        /** All writes of a hand-off are settled: read the record back. */
        DELIVERED,
        /** A clock ran out: an answer, a cool-down, a revisit date. */
        DUE,
        /** Another aggregate that this one rests on has changed. */
        RELATED,
        /** A write found its record changed, merged, converted or gone. */
        READ_AGAIN,
        /** Mappings or definitions of a new revision. */
        PUBLISHED,
        /** A person asked for it: a release, a decision, a restored value. */
        ORDERED
    }

    @Override
    public int compareTo(InternalChange other) {
        return ORDER.compare(this, other);
    }
}
