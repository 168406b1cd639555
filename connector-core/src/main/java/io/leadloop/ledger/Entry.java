package io.leadloop.ledger;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One intended write of one record.
 *
 * @param id stable: made from aggregate, slot and a number that grows
 * @param ref the record, empty while its create is not settled
 * @param deltas vendor field to what is to stand there
 * @param tag what becomes true when it is applied, such as {@code delivers-2}; mostly empty
 * @param notBefore earliest next try
 * @param attempt the attempt that has or had it
 * @param leaseUntil while in flight: after this time its outcome is unknown
 * @param revisions of mapping, definition and policy that made it
 * @param version counts commits; 0 when it was never stored
 */
public record Entry(
        String id,
        AggregateId aggregate,
        Slot slot,
        Optional<RecordRef> ref,
        Operation operation,
        Lane lane,
        Map<FieldName, Delta> deltas,
        String tag,
        EntryState state,
        Optional<Failure> failure,
        int tries,
        Instant plannedAt,
        Instant notBefore,
        Optional<Instant> settledAt,
        Optional<String> attempt,
        Optional<Instant> leaseUntil,
        String revisions,
        long version) {

    public Entry {
        deltas = new TreeMap<>(deltas);
    }

    public Entry claimed(String byAttempt, Instant until, Optional<RecordRef> target) {
        expect(EntryState.IN_FLIGHT);
        return new Entry(
                id,
                aggregate,
                slot,
                target,
                operation,
                lane,
                deltas,
                tag,
                EntryState.IN_FLIGHT,
                failure,
                tries + 1,
                plannedAt,
                notBefore,
                settledAt,
                Optional.of(byAttempt),
                Optional.of(until),
                revisions,
                version);
    }

    public Entry applied(Optional<RecordRef> target, Instant at) {
        return settled(EntryState.APPLIED, target, Optional.empty(), notBefore, Optional.of(at), attempt);
    }

    /** Settled otherwise: with its reason, to be tried again no earlier than {@code next}. */
    public Entry parked(EntryState other, Failure why, Instant next, Instant at) {
        return settled(other, ref, Optional.of(why), next, Optional.of(at), attempt);
    }

    public Entry superseded(Instant at) {
        return settled(EntryState.SUPERSEDED, ref, failure, notBefore, Optional.of(at), attempt);
    }

    /** Released by a person or a change: may be tried from this time on. */
    public Entry released(Instant from) {
        return settled(EntryState.PLANNED, ref, failure, from, settledAt, Optional.empty());
    }

    private void expect(EntryState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(id + " is " + state + " and cannot become " + next);
        }
    }

    private Entry settled(
            EntryState other,
            Optional<RecordRef> target,
            Optional<Failure> why,
            Instant next,
            Optional<Instant> at,
            Optional<String> byAttempt) {
        expect(other);
        return new Entry(
                id,
                aggregate,
                slot,
                target,
                operation,
                lane,
                deltas,
                tag,
                other,
                why,
                tries,
                plannedAt,
                next,
                at,
                byAttempt,
                Optional.empty(),
                revisions,
                version);
    }

    /** The same entry of a person that this one was merged into. */
    public Entry movedTo(AggregateId survivor, Slot renamed) {
        return new Entry(
                id,
                survivor,
                renamed,
                ref,
                operation,
                lane,
                deltas,
                tag,
                state,
                failure,
                tries,
                plannedAt,
                notBefore,
                settledAt,
                attempt,
                leaseUntil,
                revisions,
                version);
    }

    /** The same entry with the version that the store gave it. */
    public Entry at(long storedVersion) {
        return new Entry(
                id,
                aggregate,
                slot,
                ref,
                operation,
                lane,
                deltas,
                tag,
                state,
                failure,
                tries,
                plannedAt,
                notBefore,
                settledAt,
                attempt,
                leaseUntil,
                revisions,
                storedVersion);
    }
}
