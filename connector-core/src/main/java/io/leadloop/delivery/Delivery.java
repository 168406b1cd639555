package io.leadloop.delivery;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Disposition;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.Delta;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Operation;
import io.leadloop.ledger.Store;
import io.leadloop.ledger.TakenRecords;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SideBySide;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Sends entries: claim (committed), call (outside any transaction), settle (committed). A process that dies between two
 * of these leaves entries in flight; {@link #findOut} asks the vendor what became of them.
 */
public final class Delivery {

    /** Outcomes in one transaction. H2 writes pages twice that are changed by one of more than a megabyte. */
    private static final int SETTLED = 200;

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Store store;
    private final Vendors vendors;
    private final InstantSource clock;
    private final BiPredicate<Entry, AggregateState> mayLeave;
    private final Settlement settlement;
    private final FindOut findOut;
    private final String worker;
    private long attempts;

    /** @param mayLeave asked at each claim with the present state; an entry that may not leave is held */
    public Delivery(
            Store store,
            Vendors vendors,
            InstantSource clock,
            RetrySchedule retries,
            BiPredicate<Entry, AggregateState> mayLeave,
            String worker) {
        this.store = store;
        this.vendors = vendors;
        this.clock = clock;
        this.mayLeave = mayLeave;
        this.settlement = new Settlement(store, retries);
        this.findOut = new FindOut(store, vendors, settlement);
        this.worker = worker;
    }

    /** Sends what may be sent now, one batch for each connection, object and operation; returns the entries sent. */
    public int deliver(int limit) {
        Instant now = clock.instant();
        return deliver(permitted(now, limit), now);
    }

    /** The same for some aggregates alone, before all others; what needs other writes waits for its turn. */
    public int deliver(Collection<AggregateId> ids) {
        Instant now = clock.instant();
        List<Entry> open = store.open(ids).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::lane))
                .toList();
        TakenRecords taken = new TakenRecords();
        open.stream().filter(entry -> entry.state() != EntryState.PLANNED).forEach(taken::take);
        return deliver(
                open.stream()
                        .filter(entry -> entry.state() == EntryState.PLANNED
                                && !entry.notBefore().isAfter(now)
                                && mayCall(entry)
                                && taken.tryTake(entry))
                        .toList(),
                now);
    }

    private int deliver(List<Entry> entries, Instant now) {
        Map<Batch, List<Entry>> batches = new LinkedHashMap<>();
        for (Entry entry : entries) {
            batches.computeIfAbsent(Batch.of(entry), batch -> new ArrayList<>()).add(entry);
        }
        int sent = 0;
        for (Map.Entry<Batch, List<Entry>> group : batches.entrySet()) {
            RecordWriter writer = vendors.adapter(group.getKey().connection()).writer();
            int size = writer.batchSize(group.getKey().type());
            for (List<Entry> part : SideBySide.parts(group.getValue(), size)) {
                sent += send(part, writer, now);
            }
        }
        return sent;
    }

    /** What the accounts' calls leave room for; the rest stays planned. */
    private List<Entry> permitted(Instant now, int limit) {
        List<Entry> due = store.claimable(now, limit);
        List<Entry> permitted = due.stream().filter(this::mayCall).toList();
        return permitted.isEmpty() && due.size() == limit
                ? store.claimable(now, Integer.MAX_VALUE).stream()
                        .filter(this::mayCall)
                        .limit(limit)
                        .toList()
                : permitted;
    }

    private boolean mayCall(Entry entry) {
        return vendors.permits(entry.slot().connection(), entry.lane());
    }

    /** Finds out what became of writes whose outcome is unknown; {@code before} is the time that their lease ended. */
    public int findOut(Instant before, int limit) {
        return findOut.run(store.stranded(before, limit), clock.instant());
    }

    private int send(List<Entry> entries, RecordWriter writer, Instant now) {
        Map<AggregateId, AggregateState> states = store.load(aggregates(entries));
        List<Entry> claimed = claim(entries, states, now);
        if (claimed.isEmpty()) {
            return 0;
        }
        List<WriteOutcome> outcomes = write(claimed, states, writer);
        for (int from = 0; from < claimed.size(); from += SETTLED) {
            Map<Entry, WriteOutcome> some = new LinkedHashMap<>();
            for (int i = from; i < Math.min(claimed.size(), from + SETTLED); i++) {
                some.put(claimed.get(i), outcomes.get(i));
            }
            settlement.settle(some, clock.instant());
        }
        return claimed.size();
    }

    private List<WriteOutcome> write(
            List<Entry> claimed, Map<AggregateId, AggregateState> states, RecordWriter writer) {
        try {
            return writer.write(requests(claimed, states));
        } catch (CallFailed failed) {
            return Collections.nCopies(claimed.size(), outcome(failed.failure()));
        }
    }

    private static WriteOutcome outcome(Failure failure) {
        return failure.kind().disposition() == Disposition.READ_BACK
                ? new WriteOutcome.Unknown(failure)
                : new WriteOutcome.Rejected(failure);
    }

    private List<Entry> claim(List<Entry> entries, Map<AggregateId, AggregateState> states, Instant now) {
        String attempt = worker + "-" + ++attempts;
        Changes changes = new Changes();
        List<Entry> claimed = new ArrayList<>();
        for (Entry entry : entries) {
            AggregateState state = states.get(entry.aggregate());
            if (state == null || !mayLeave.test(entry, state)) {
                changes.entry(entry.parked(
                        EntryState.HELD,
                        Failure.of(FailureKind.FORBIDDEN, "LL-POLICY", "no longer permitted when it was to be sent"),
                        now,
                        now));
            } else {
                Entry mine = entry.claimed(attempt, now.plus(LEASE), target(entry, state));
                changes.entry(mine);
                claimed.add(mine.at(mine.version() + 1));
            }
        }
        try {
            store.commit(changes);
        } catch (Conflict movedMeanwhile) {
            return List.of();
        }
        return claimed;
    }

    private static Optional<RecordRef> target(Entry entry, AggregateState state) {
        return entry.operation() == Operation.CREATE
                ? Optional.empty()
                : entry.ref().filter(ref -> state.facets().containsKey(ref));
    }

    private List<WriteRequest> requests(List<Entry> entries, Map<AggregateId, AggregateState> states) {
        Map<AggregateId, List<Link>> links = store.linksOf(aggregates(creates(entries)));
        return entries.stream()
                .map(entry -> request(entry, state(states, entry), links.getOrDefault(entry.aggregate(), List.of())))
                .toList();
    }

    private WriteRequest request(Entry entry, AggregateState state, List<Link> links) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        entry.deltas().forEach((field, delta) -> fields.put(field, delta.after()));
        return switch (entry.operation()) {
            case CREATE ->
                new WriteRequest.Create(
                        entry.slot().type(),
                        vendors.keyField(entry.slot().connection(), entry.slot().type()),
                        links.stream()
                                .filter(link -> link.slot().equals(entry.slot())
                                        && link.recordId().isEmpty())
                                .findFirst()
                                .orElseThrow()
                                .key(),
                        fields);
            case UPDATE -> new WriteRequest.Update(entry.ref().orElseThrow(), fields, expected(entry, state));
            case WITHDRAW ->
                new WriteRequest.Withdraw(
                        entry.ref().orElseThrow(),
                        address(entry.ref().orElseThrow(), state).text());
        };
    }

    /** The address of the record itself, which need not be the person's: two records of one person have two. */
    private FieldValue address(RecordRef ref, AggregateState state) {
        return vendors.addressField(ref.connection(), ref.type())
                .flatMap(field -> Optional.ofNullable(state.facets().get(ref))
                        .flatMap(facet -> Optional.ofNullable(facet.agreed().get(field))))
                .map(Agreed::value)
                .filter(address -> !address.isBlank())
                .orElseGet(() -> state.value("email"));
    }

    static List<Entry> creates(Collection<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.operation() == Operation.CREATE)
                .toList();
    }

    static Set<AggregateId> aggregates(Collection<Entry> entries) {
        return entries.stream().map(Entry::aggregate).collect(Collectors.toSet());
    }

    private static AggregateState state(Map<AggregateId, AggregateState> states, Entry entry) {
        AggregateState state = states.get(entry.aggregate());
        if (state == null) {
            throw new IllegalStateException("an entry without its aggregate: " + entry.id());
        }
        return state;
    }

    /** The version that was read when it was planned; none if we alone write these fields, or nobody has read it yet. */
    private static Optional<RecordVersion> expected(Entry entry, AggregateState state) {
        Facet facet = state.facets().get(entry.ref().orElseThrow());
        boolean shared = entry.deltas().values().stream().anyMatch(Delta::shared);
        return facet == null || facet.seenVersion() == 0 || !shared
                ? Optional.empty()
                : Optional.of(new RecordVersion(facet.seenVersion()));
    }

    /** What one call of a vendor may hold together. */
    private record Batch(ConnectionId connection, ObjectType type, Operation operation) {

        static Batch of(Entry entry) {
            return new Batch(entry.slot().connection(), entry.slot().type(), entry.operation());
        }
    }
}
