package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.delivery.RetrySchedule;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Delta;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Operation;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings the ledger in line with a plan: what is planned anew replaces what was planned, what is on its way stays. */
final class Entries {

    private final String revisions;
    private final RetrySchedule retries;

    Entries(String revisions, RetrySchedule retries) {
        this.revisions = revisions;
        this.retries = retries;
    }

    /** Values of this slot that are being written just now, or may have been. */
    static Map<FieldName, FieldValue> onTheWay(List<Entry> open, Slot slot) {
        Map<FieldName, FieldValue> values = new HashMap<>();
        open.stream()
                .filter(entry -> entry.slot().equals(slot) && isOnTheWay(entry))
                .forEach(entry -> entry.deltas().forEach((field, delta) -> values.put(field, delta.after())));
        return values;
    }

    static boolean isOnTheWay(Entry entry) {
        return entry.state() == EntryState.IN_FLIGHT || entry.state() == EntryState.UNKNOWN;
    }

    void follow(Desk desk, AggregateState state, List<PlannedWrite> planned) {
        Map<Slot, PlannedWrite> bySlot = planned.stream()
                .filter(write -> isSafe(desk, state, write))
                .collect(Collectors.toMap(PlannedWrite::slot, write -> write, (one, other) -> other, TreeMap::new));
        for (Entry waiting : desk.open(state.id())) {
            if (isOnTheWay(waiting)) {
                if (waiting.operation() == Operation.CREATE) {
                    bySlot.remove(waiting.slot());
                }
                continue;
            }
            PlannedWrite wanted = bySlot.get(waiting.slot());
            if (wanted != null && isTheSame(waiting, wanted)) {
                bySlot.remove(waiting.slot());
            } else {
                desk.put(waiting.superseded(desk.now()));
            }
        }
        bySlot.values().forEach(write -> desk.put(entry(desk, state, write)));
    }

    /**
     * Where people may have typed into a record since we created it, it is read before it is written; without a version to
     * expect, a value of theirs would be written over.
     */
    private static boolean isSafe(Desk desk, AggregateState state, PlannedWrite write) {
        Optional<RecordRef> unread = write.ref()
                .filter(ref -> write.deltas().values().stream().anyMatch(PlannedField::shared))
                .filter(ref -> Optional.ofNullable(state.facets().get(ref))
                        .filter(facet -> facet.seenVersion() == 0)
                        .isPresent());
        unread.ifPresent(ref ->
                desk.put(new InternalChange(InternalChange.Kind.READ_AGAIN, state.id(), ref.toString(), desk.now())));
        return unread.isEmpty();
    }

    /** What was planned by other files is planned anew, so that it names the lines that it rests on. */
    private boolean isTheSame(Entry waiting, PlannedWrite wanted) {
        boolean isOfThese =
                waiting.state() != EntryState.PLANNED || waiting.revisions().equals(revisions);
        return isOfThese && deltas(wanted).equals(waiting.deltas()) && operation(wanted) == waiting.operation();
    }

    private Entry entry(Desk desk, AggregateState state, PlannedWrite write) {
        if (write.ref().isEmpty()
                && desk.links(state.id(), write.slot()).stream()
                        .noneMatch(link -> link.recordId().isEmpty())) {
            release(desk, state, write);
            desk.put(new Link(write.slot(), write.key(), Optional.empty(), state.id(), 0));
        }
        desk.touch(state.id());
        String id = "E-" + state.id().value() + "-" + (state.version() + 1) + "-"
                + Integer.toHexString(write.slot().toString().hashCode());
        Optional<Entry> refused = desk.isReadAgain(state.id()) ? refused(desk, state, write) : Optional.empty();
        return new Entry(
                id,
                state.id(),
                write.slot(),
                write.ref(),
                operation(write),
                write.lane(),
                deltas(write),
                write.tag(),
                EntryState.PLANNED,
                refused.flatMap(Entry::failure),
                refused.map(Entry::tries).orElse(0),
                desk.now(),
                refused.map(before -> next(before, desk.now())).orElse(desk.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                revisions,
                0);
    }

    /** The same write, refused before because the record had moved: this one is its next try. */
    private static Optional<Entry> refused(Desk desk, AggregateState state, PlannedWrite write) {
        return desk.store().of(state.id()).stream()
                .filter(entry -> entry.state() == EntryState.SUPERSEDED
                        && entry.failure().isPresent()
                        && entry.slot().equals(write.slot())
                        && entry.ref().equals(write.ref())
                        && entry.deltas().equals(deltas(write)))
                .max(Comparator.comparingInt(Entry::tries));
    }

    /** Once at once, since the record has just been read; then as patiently as any other failure. */
    private Instant next(Entry refused, Instant now) {
        return refused.tries() <= 1
                ? now
                : now.plus(retries.delay(refused.failure().orElseThrow(), refused.tries()));
    }

    /** The record that had the key is gone for good: the one that takes its place gets it. */
    private static void release(Desk desk, AggregateState state, PlannedWrite write) {
        List.copyOf(desk.links(state.id(), write.slot())).stream()
                .filter(link -> link.key().equals(write.key()))
                .forEach(link -> desk.put(link.keyed("")));
    }

    private static Operation operation(PlannedWrite write) {
        if (write.withdraw()) {
            return Operation.WITHDRAW;
        }
        return write.ref().isEmpty() ? Operation.CREATE : Operation.UPDATE;
    }

    private static Map<FieldName, Delta> deltas(PlannedWrite write) {
        Map<FieldName, Delta> deltas = new TreeMap<>();
        write.deltas().forEach((field, planned) -> deltas.put(field, delta(planned)));
        return deltas;
    }

    private static Delta delta(PlannedField planned) {
        return new Delta(
                planned.before(),
                planned.after(),
                planned.canonical(),
                planned.shared(),
                planned.because(),
                planned.where());
    }
}
