package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The store below, read once for each thing and then copied into the tables. Its open entries, internal changes and open
 * questions are copied at once; states, links and closed entries when they are asked for.
 */
final class Beneath {

    private final Store store;
    private final Tables tables;
    private final Set<AggregateId> states = new HashSet<>();
    private final Set<RecordRef> records = new HashSet<>();
    private final Set<LinkTable.Key> keys = new HashSet<>();
    private final Set<AggregateId> linked = new HashSet<>();
    private final Set<Link> copied = new HashSet<>();
    private final Set<String> reviews = new HashSet<>();

    Beneath(Store store, Tables tables) {
        this.store = store;
        this.tables = tables;
        List<Entry> open = store.allOpen();
        store.counts().forEach(tables.entries::count);
        open.forEach(this::copy);
        store.due(Instant.MAX, Integer.MAX_VALUE).forEach(tables.changes::put);
        store.rung(Integer.MAX_VALUE).forEach(tables.inbox::put);
        store.open().forEach(item -> tables.reviews.put(item.id(), item));
    }

    Store store() {
        return store;
    }

    void states(Collection<AggregateId> ids) {
        fresh(states, ids, some -> store.load(some).values().forEach(tables.states::put));
    }

    /** One that was read by a walk, unless a newer one is here. */
    AggregateState state(AggregateState read) {
        return tables.states.get(read.id()).orElse(read);
    }

    void records(Collection<RecordRef> refs) {
        fresh(records, refs, some -> store.links(some).values().forEach(this::copy));
    }

    void keys(ConnectionId connection, ObjectType type, Collection<String> texts) {
        List<LinkTable.Key> wanted = texts.stream()
                .map(text -> new LinkTable.Key(connection, type, text))
                .toList();
        fresh(
                keys,
                wanted,
                some -> store.linksByKey(
                                connection,
                                type,
                                some.stream().map(LinkTable.Key::text).toList())
                        .values()
                        .forEach(this::copy));
    }

    void linksOf(Collection<AggregateId> ids) {
        fresh(linked, ids, some -> store.linksOf(some).values().forEach(links -> links.forEach(this::copy)));
    }

    void entry(String id) {
        if (tables.entries.get(id).isEmpty()) {
            store.entry(id).ifPresent(this::copy);
        }
    }

    void review(String id) {
        if (reviews.add(id) && !tables.reviews.containsKey(id)) {
            store.item(id).ifPresent(item -> tables.reviews.put(id, item));
        }
    }

    /** All that a commit compares with. */
    void touchedBy(Changes changes) {
        states(changes.states().keySet());
        records(changes.links().stream().flatMap(link -> link.ref().stream()).toList());
        changes.links().stream()
                .flatMap(link -> LinkTable.Key.of(link).stream())
                .collect(Collectors.groupingBy(key -> new Slot(key.connection(), key.type(), "")))
                .forEach((slot, some) -> keys(
                        slot.connection(),
                        slot.type(),
                        some.stream().map(LinkTable.Key::text).toList()));
        changes.entries().keySet().forEach(this::entry);
        changes.reviews().keySet().forEach(this::review);
    }

    private void copy(Entry entry) {
        tables.entries.count(entry.state(), -1);
        tables.entries.put(entry);
    }

    private void copy(Link link) {
        if (copied.add(link)) {
            tables.links.add(link);
        }
    }

    private static <T> void fresh(Set<T> known, Collection<T> wanted, Consumer<List<T>> read) {
        List<T> some = new ArrayList<>();
        for (T one : wanted) {
            if (known.add(one)) {
                some.add(one);
            }
        }
        if (!some.isEmpty()) {
            read.accept(some);
        }
    }
}
