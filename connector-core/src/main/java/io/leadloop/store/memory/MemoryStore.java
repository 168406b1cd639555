package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.InternalChange;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.FenceLost;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.ledger.Waiting;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All ports in memory; any number of threads may use it. Either on its own, or over another store: then reads fall through
 * to that store and are copied, writes stay here, and the other store is never written to.
 */
public final class MemoryStore implements Store {

    private final Tables tables;
    private final Optional<Beneath> beneath;
    private long fence;

    /** An empty store. */
    public MemoryStore() {
        this(new Tables());
    }

    /** Looks like that store as it is now, and is changed without changing it. What is there should stand still. */
    public MemoryStore(Store below) {
        tables = new Tables();
        beneath = Optional.of(new Beneath(below, tables));
    }

    private MemoryStore(Tables tables) {
        this.tables = tables;
        beneath = Optional.empty();
    }

    /** A copy to change at will; for a store in memory all at once, for any other as it is read. */
    public static MemoryStore copyOf(Store store) {
        if (store instanceof MemoryStore memory && memory.beneath.isEmpty()) {
            synchronized (memory.tables) {
                return new MemoryStore(memory.tables.copy());
            }
        }
        return new MemoryStore(store);
    }

    /** Another store object on the same memory, as a second engine would have it. */
    public MemoryStore forAnotherEngine() {
        if (beneath.isPresent()) {
            throw new IllegalStateException("a store over another store has one engine");
        }
        return new MemoryStore(tables);
    }

    /** The lease whose fence this store object carries once it is acquired. */
    public MemoryLease lease(InstantSource clock) {
        return new MemoryLease(this, tables, clock);
    }

    @Override
    public void commit(Changes changes) {
        synchronized (tables) {
            if (fence != 0 && !carries(tables.lease.fence)) {
                throw new FenceLost();
            }
            beneath.ifPresent(below -> below.touchedBy(changes));
            tables.commit(changes);
        }
    }

    @Override
    public Map<AggregateId, AggregateState> load(Collection<AggregateId> ids) {
        synchronized (tables) {
            beneath.ifPresent(below -> below.states(ids));
            return collect(ids, tables.states::get);
        }
    }

    @Override
    public Map<RecordRef, Link> links(Collection<RecordRef> refs) {
        synchronized (tables) {
            beneath.ifPresent(below -> below.records(refs));
            return collect(refs, tables.links::at);
        }
    }

    @Override
    public Map<String, Link> linksByKey(ConnectionId connection, ObjectType type, Collection<String> keys) {
        synchronized (tables) {
            beneath.ifPresent(below -> below.keys(connection, type, keys));
            return collect(keys, key -> tables.links.at(new LinkTable.Key(connection, type, key)));
        }
    }

    @Override
    public Map<AggregateId, List<Link>> linksOf(Collection<AggregateId> ids) {
        synchronized (tables) {
            beneath.ifPresent(below -> below.linksOf(ids));
            return collect(ids, id -> some(tables.links.of(id)));
        }
    }

    @Override
    public Map<String, List<AggregateId>> find(Kind kind, String field, Collection<String> values) {
        synchronized (tables) {
            beneath.ifPresent(
                    below -> below.store().find(kind, field, values).values().forEach(below::states));
            return collect(values, value -> some(tables.states.find(kind, field, value)));
        }
    }

    @Override
    public List<AggregateState> scan(Kind kind, Optional<AggregateId> after, int limit) {
        synchronized (tables) {
            Map<AggregateId, AggregateState> found = new TreeMap<>();
            beneath.ifPresent(below ->
                    below.store().scan(kind, after, limit).forEach(state -> found.put(state.id(), below.state(state))));
            tables.states.after(kind, after, limit).forEach(state -> found.put(state.id(), state));
            return found.values().stream().limit(limit).toList();
        }
    }

    @Override
    public Optional<String> setting(String name) {
        synchronized (tables) {
            return Optional.ofNullable(tables.settings.get(name))
                    .or(() -> beneath.flatMap(below -> below.store().setting(name)));
        }
    }

    @Override
    public List<Entry> claimable(Instant now, int limit) {
        synchronized (tables) {
            return tables.entries.claimable(now, limit);
        }
    }

    @Override
    public List<Waiting> waiting(Instant now) {
        synchronized (tables) {
            return Waiting.of(tables.entries.ready(now).toList());
        }
    }

    @Override
    public List<Entry> stranded(Instant now, int limit) {
        return openEntries(
                entry -> entry.state() == EntryState.UNKNOWN
                        || (entry.state() == EntryState.IN_FLIGHT
                                && entry.leaseUntil().orElse(Instant.MIN).isBefore(now)),
                limit);
    }

    @Override
    public Map<AggregateId, List<Entry>> open(Collection<AggregateId> ids) {
        synchronized (tables) {
            return collect(
                    ids,
                    id -> some(tables.entries.of(id).stream()
                            .filter(entry -> entry.state().isOpen())
                            .toList()));
        }
    }

    @Override
    public List<Entry> allOpen() {
        return openEntries(entry -> true, Integer.MAX_VALUE);
    }

    @Override
    public List<Entry> of(AggregateId id) {
        synchronized (tables) {
            Map<String, Entry> all = new LinkedHashMap<>();
            beneath.ifPresent(below -> below.store().of(id).forEach(entry -> all.put(entry.id(), entry)));
            tables.entries.of(id).forEach(entry -> all.put(entry.id(), entry));
            return all.values().stream()
                    .sorted(Comparator.comparing(Entry::plannedAt))
                    .toList();
        }
    }

    @Override
    public Optional<Entry> entry(String id) {
        synchronized (tables) {
            beneath.ifPresent(below -> below.entry(id));
            return tables.entries.get(id);
        }
    }

    @Override
    public List<Entry> parked(int limit) {
        return openEntries(entry -> entry.state() == EntryState.HELD || entry.state() == EntryState.QUARANTINED, limit);
    }

    @Override
    public Map<EntryState, Long> counts() {
        synchronized (tables) {
            return tables.entries.counts();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (tables) {
            Stream<Instant> entries =
                    openEntries(entry -> entry.state() == EntryState.PLANNED, Integer.MAX_VALUE).stream()
                            .map(Entry::notBefore);
            return Stream.concat(entries, tables.changes.next().stream()).min(Comparator.naturalOrder());
        }
    }

    @Override
    public List<InternalChange> due(Instant now, int limit) {
        synchronized (tables) {
            return tables.changes.due(now, limit);
        }
    }

    @Override
    public List<Ring> rung(int limit) {
        synchronized (tables) {
            return tables.inbox.oldest(limit);
        }
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        synchronized (tables) {
            return Optional.ofNullable(tables.receipts.get(id))
                    .or(() -> beneath.flatMap(below -> below.store().receipt(id)));
        }
    }

    @Override
    public List<ReviewItem> open() {
        synchronized (tables) {
            return tables.reviews.values().stream()
                    .filter(item -> item.decision().isEmpty())
                    .sorted(Comparator.comparing(ReviewItem::openedAt).thenComparing(ReviewItem::id))
                    .toList();
        }
    }

    @Override
    public Optional<ReviewItem> item(String id) {
        synchronized (tables) {
            beneath.ifPresent(below -> below.review(id));
            return Optional.ofNullable(tables.reviews.get(id));
        }
    }

    void carry(long newFence) {
        fence = newFence;
    }

    boolean carries(long other) {
        return fence == other;
    }

    private List<Entry> openEntries(Predicate<Entry> which, int limit) {
        synchronized (tables) {
            return tables.entries.open(which, limit);
        }
    }

    private static <K, V> Map<K, V> collect(Collection<K> wanted, Function<K, Optional<V>> read) {
        Map<K, V> found = new LinkedHashMap<>();
        wanted.forEach(key -> read.apply(key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    private static <T> Optional<List<T>> some(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(list));
    }
}
