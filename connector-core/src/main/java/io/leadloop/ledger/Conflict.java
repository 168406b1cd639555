package io.leadloop.ledger;

import io.leadloop.canonical.AggregateId;
import java.util.Collection;
import java.util.Set;

/** A commit met a newer version; nothing was written. */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<AggregateId> aggregates;

    public Conflict(Collection<AggregateId> aggregates) {
        super("changed since they were read: " + aggregates);
        this.aggregates = Set.copyOf(aggregates);
    }

    /** Those to reload and plan again. */
    public Set<AggregateId> aggregates() {
        return aggregates;
    }
}
