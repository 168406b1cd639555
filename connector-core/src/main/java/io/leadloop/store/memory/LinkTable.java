package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Link;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links by record, by key and by aggregate. */
final class LinkTable {

    record Key(ConnectionId connection, ObjectType type, String text) {

        static Optional<Key> of(Link link) {
            return link.key().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Key(link.slot().connection(), link.slot().type(), link.key()));
        }
    }

    /** How links of one aggregate are listed: by slot, then record, then key. */
    static final Comparator<Link> ORDER = Comparator.comparing(Link::slot)
            .thenComparing(link -> link.recordId().orElse(""))
            .thenComparing(Link::key);

    private final Map<RecordRef, Link> byRecord = new HashMap<>();
    private final Map<Key, Link> byKey = new HashMap<>();
    private final Map<AggregateId, Set<Link>> byAggregate = new HashMap<>();

    LinkTable copy() {
        LinkTable copy = new LinkTable();
        byAggregate.values().forEach(links -> links.forEach(copy::add));
        return copy;
    }

    Optional<Link> at(RecordRef ref) {
        return Optional.ofNullable(byRecord.get(ref));
    }

    Optional<Link> at(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    List<Link> of(AggregateId id) {
        return byAggregate.getOrDefault(id, Set.of()).stream().sorted(ORDER).toList();
    }

    boolean contains(Link link) {
        return byAggregate.getOrDefault(link.aggregate(), Set.of()).contains(link);
    }

    void replace(LinkBatch.Step step) {
        step.before().ifPresent(this::remove);
        add(step.after());
    }

    void add(Link link) {
        link.ref().ifPresent(ref -> byRecord.put(ref, link));
        Key.of(link).ifPresent(key -> byKey.put(key, link));
        byAggregate.computeIfAbsent(link.aggregate(), id -> new HashSet<>()).add(link);
    }

    private void remove(Link link) {
        link.ref().ifPresent(byRecord::remove);
        Key.of(link).ifPresent(byKey::remove);
        byAggregate.getOrDefault(link.aggregate(), new HashSet<>()).remove(link);
    }
}
