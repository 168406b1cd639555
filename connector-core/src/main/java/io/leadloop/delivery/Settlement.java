package io.leadloop.delivery;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.Delta;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Operation;
import io.leadloop.ledger.Store;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what became of a batch: entries, links, agreed values, and what must be looked at again. */
final class Settlement {

    private final Store store;
    private final RetrySchedule retries;

    Settlement(Store store, RetrySchedule retries) {
        this.store = store;
        this.retries = retries;
    }

    /** Repeats on conflict: what the vendor has done stays true whatever else was committed meanwhile. */
    void settle(Map<Entry, WriteOutcome> outcomes, Instant now) {
        while (true) {
            try {
                store.commit(changes(outcomes, now));
                return;
            } catch (Conflict conflict) {
                Map<Entry, WriteOutcome> fresh = new LinkedHashMap<>();
                outcomes.forEach((entry, outcome) -> store.entry(entry.id())
                        .filter(this::isUnsettled)
                        .ifPresent(again -> fresh.put(again, outcome)));
                outcomes = fresh;
            }
        }
    }

    private boolean isUnsettled(Entry entry) {
        return entry.state() == EntryState.IN_FLIGHT || entry.state() == EntryState.UNKNOWN;
    }

    private Changes changes(Map<Entry, WriteOutcome> outcomes, Instant now) {
        Map<AggregateId, AggregateState> before = store.load(Delivery.aggregates(outcomes.keySet()));
        Map<AggregateId, AggregateState> states = new LinkedHashMap<>(before);
        Map<AggregateId, List<Link>> links = store.linksOf(Delivery.aggregates(Delivery.creates(outcomes.keySet())));
        Changes changes = new Changes();
        outcomes.forEach((entry, outcome) -> {
            if (outcome instanceof WriteOutcome.Applied applied) {
                changes.entry(entry.applied(Optional.of(applied.ref()), now));
                link(entry, links)
                        .ifPresent(link -> changes.link(link.known(applied.ref().id())));
                AggregateState state = states.get(entry.aggregate());
                if (state != null) {
                    AggregateState after = applied(state, entry, applied, now);
                    states.put(after.id(), after);
                }
                if (applied.adopted()) {
                    changes.put(again(entry, applied.ref(), now));
                } else if (!entry.tag().isEmpty()) {
                    changes.put(new InternalChange(InternalChange.Kind.DELIVERED, entry.aggregate(), entry.tag(), now));
                }
            } else if (outcome instanceof WriteOutcome.Rejected rejected) {
                rejected(changes, entry, rejected.failure(), now);
            } else if (outcome instanceof WriteOutcome.Unknown unknown) {
                changes.entry(entry.parked(EntryState.UNKNOWN, unknown.failure(), now, now));
            }
        });
        states.values().stream()
                .filter(state -> !state.equals(before.get(state.id())))
                .forEach(changes::state);
        return changes;
    }

    private void rejected(Changes changes, Entry entry, Failure failure, Instant now) {
        switch (failure.kind().disposition()) {
            case RETRY ->
                changes.entry(
                        retries.isExhausted(entry.tries())
                                ? entry.parked(EntryState.QUARANTINED, failure, now, now)
                                : entry.parked(
                                        EntryState.PLANNED,
                                        failure,
                                        now.plus(retries.delay(failure, entry.tries())),
                                        now));
            case READ_BACK -> changes.entry(entry.parked(EntryState.UNKNOWN, failure, now, now));
            case PLAN_AGAIN -> {
                if (retries.isExhausted(entry.tries()) || entry.ref().isEmpty()) {
                    changes.entry(entry.parked(EntryState.QUARANTINED, failure, now, now));
                } else {
                    changes.entry(entry.parked(EntryState.SUPERSEDED, failure, now, now));
                    changes.put(again(entry, entry.ref().orElseThrow(), now));
                }
            }
            case QUARANTINE -> changes.entry(entry.parked(EntryState.QUARANTINED, failure, now, now));
            case HOLD_CONNECTION -> changes.entry(entry.parked(EntryState.HELD, failure, now, now));
        }
    }

    private static InternalChange again(Entry entry, RecordRef ref, Instant now) {
        return new InternalChange(InternalChange.Kind.READ_AGAIN, entry.aggregate(), ref.toString(), now);
    }

    private static Optional<Link> link(Entry entry, Map<AggregateId, List<Link>> links) {
        return entry.operation() == Operation.CREATE
                ? links.getOrDefault(entry.aggregate(), List.of()).stream()
                        .filter(link -> link.slot().equals(entry.slot())
                                && link.recordId().isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    private static AggregateState applied(
            AggregateState state, Entry entry, WriteOutcome.Applied applied, Instant now) {
        Slot slot = entry.slot();
        Facet facet = Optional.ofNullable(state.facets().get(applied.ref()))
                .orElseGet(() ->
                        Facet.unseen(applied.ref(), slot.part(), state.standing(applied.ref(), slot.part()), now));
        if (!applied.adopted()) {
            Map<FieldName, Agreed> written = new LinkedHashMap<>();
            entry.deltas().forEach((field, delta) -> written.put(field, agreed(delta, now)));
            facet = facet.agree(written);
            if (applied.version().isPresent()) {
                facet = facet.wrote(applied.version().get().value());
            }
        }
        return state.withFacet(facet);
    }

    private static Agreed agreed(Delta delta, Instant now) {
        return Agreed.written(delta.after(), delta.before(), now);
    }
}
