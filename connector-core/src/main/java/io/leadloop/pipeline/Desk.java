package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.InternalChange;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one transaction works on: everything that it read, and everything that it is going to commit. */
final class Desk {

    private final Store store;
    private final Instant now;
    private final Set<AggregateId> readAgain = new HashSet<>();
    private final Set<RecordRef> withdrawn = new HashSet<>();
    private final Changes changes = new Changes();
    private final Map<AggregateId, AggregateState> states = new HashMap<>();
    private final Map<AggregateId, Map<Slot, List<Link>>> links = new HashMap<>();
    private final Map<AggregateId, List<Entry>> open = new HashMap<>();
    private final Map<RecordRef, Link> byRef = new HashMap<>();
    private final Set<RecordRef> asked = new HashSet<>();
    private final Map<RecordRef, List<Link>> homeOfRecord = new HashMap<>();
    private final Map<String, List<List<Link>>> homesOfKey = new HashMap<>();
    private final Set<AggregateId> touched = new LinkedHashSet<>();
    private final Map<LinkPlace, Link> changed = new LinkedHashMap<>();

    /** What makes a link unique. */
    private record LinkPlace(ConnectionId connection, ObjectType type, String idOrKey) {}

    Desk(Store store, Instant now) {
        this.store = store;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Store store() {
        return store;
    }

    /** Loads in bulk what will be needed; what is here already stays as it is. */
    void fetch(Collection<AggregateId> ids) {
        List<AggregateId> missing =
                ids.stream().filter(id -> !states.containsKey(id)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<AggregateId, AggregateState> loaded = store.load(missing);
        missing.forEach(id -> states.put(id, known(loaded, id)));
        Map<AggregateId, List<Link>> found = store.linksOf(missing);
        missing.forEach(id -> {
            Map<Slot, List<Link>> bySlot = new LinkedHashMap<>();
            found.getOrDefault(id, List.of())
                    .forEach(link -> house(link, bySlot.computeIfAbsent(link.slot(), slot -> new ArrayList<>())));
            links.put(id, bySlot);
            found.getOrDefault(id, List.of()).forEach(link -> link.ref().ifPresent(ref -> byRef.put(ref, link)));
        });
        Map<AggregateId, List<Entry>> entries = store.open(missing);
        missing.forEach(id -> open.put(id, entries.getOrDefault(id, List.of())));
    }

    private void fetch(AggregateId id) {
        if (!states.containsKey(id)) {
            fetch(List.of(id));
        }
    }

    /** Likewise; that a record has no link is asked once, too. */
    void fetchLinks(Collection<RecordRef> refs) {
        List<RecordRef> missing = refs.stream()
                .filter(ref -> !byRef.containsKey(ref) && asked.add(ref))
                .toList();
        if (!missing.isEmpty()) {
            byRef.putAll(store.links(missing));
        }
    }

    /** Loads the aggregates that these records belong to. */
    void fetchOwners(Collection<RecordRef> refs) {
        fetchLinks(refs);
        fetch(refs.stream()
                .flatMap(ref -> Optional.ofNullable(byRef.get(ref)).stream())
                .map(Link::aggregate)
                .toList());
    }

    /** The state as this transaction has it; fresh if there is none. Follows persons that were merged into another. */
    AggregateState state(AggregateId id) {
        fetch(id);
        AggregateState state = known(states, id);
        return state.mergedInto().map(this::state).orElse(state);
    }

    private static AggregateState known(Map<AggregateId, AggregateState> states, AggregateId id) {
        AggregateState state = states.get(id);
        return state == null ? AggregateState.fresh(id) : state;
    }

    Optional<Link> link(RecordRef ref) {
        if (!byRef.containsKey(ref)) {
            fetchLinks(List.of(ref));
        }
        return Optional.ofNullable(byRef.get(ref));
    }

    /** The aggregate that a record belongs to, if we know. */
    Optional<AggregateId> owner(RecordRef ref) {
        return link(ref).map(link -> state(link.aggregate()).id());
    }

    List<Link> links(AggregateId id) {
        fetch(id);
        return links.getOrDefault(id, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    List<Link> links(AggregateId id, Slot slot) {
        fetch(id);
        return links.getOrDefault(id, Map.of()).getOrDefault(slot, List.of());
    }

    List<Entry> open(AggregateId id) {
        fetch(id);
        return open.getOrDefault(id, List.of());
    }

    void put(AggregateState state) {
        fetch(state.id());
        states.put(state.id(), state);
        touched.add(state.id());
    }

    /** Commits the aggregate again, so that its version grows with its entries. */
    void touch(AggregateId id) {
        fetch(id);
        touched.add(id);
    }

    void put(Link link) {
        fetch(link.aggregate());
        List<Link> inSlot = links.computeIfAbsent(link.aggregate(), id -> new LinkedHashMap<>())
                .computeIfAbsent(link.slot(), slot -> new ArrayList<>());
        link.ref().map(homeOfRecord::get).ifPresent(home -> home.removeIf(known -> isSame(known, link)));
        homesOfKey.getOrDefault(link.key(), List.of()).forEach(home -> home.removeIf(known -> isSame(known, link)));
        house(link, inSlot);
        link.ref().ifPresent(ref -> byRef.put(ref, link));
        changed.put(
                new LinkPlace(
                        link.slot().connection(),
                        link.slot().type(),
                        link.recordId().orElse(link.key())),
                link);
    }

    private void house(Link link, List<Link> home) {
        home.add(link);
        link.ref()
                .ifPresentOrElse(
                        ref -> homeOfRecord.put(ref, home),
                        () -> homesOfKey
                                .computeIfAbsent(link.key(), key -> new ArrayList<>())
                                .add(home));
    }

    /** One link before and after: of the same record, or of the same key while that has no record yet. */
    private static boolean isSame(Link known, Link link) {
        boolean ofRecord = known.recordId().isPresent()
                && known.recordId().equals(link.recordId())
                && known.slot().connection().equals(link.slot().connection())
                && known.slot().type().equals(link.slot().type());
        return ofRecord || (known.recordId().isEmpty() && known.key().equals(link.key()));
    }

    void put(Entry entry) {
        changes.entry(entry);
        List<Entry> all = new ArrayList<>(open(entry.aggregate()));
        all.removeIf(known -> known.id().equals(entry.id()));
        if (entry.state().isOpen()) {
            all.add(entry);
        }
        open.put(entry.aggregate(), all);
    }

    /** An entry that belongs to another aggregate from now on. */
    void move(Entry before, Entry after) {
        List<Entry> left = new ArrayList<>(open(before.aggregate()));
        left.removeIf(known -> known.id().equals(before.id()));
        open.put(before.aggregate(), left);
        put(after);
    }

    void put(InternalChange change) {
        changes.put(change);
    }

    void done(InternalChange change) {
        changes.done(change);
        if (change.kind() == InternalChange.Kind.READ_AGAIN) {
            readAgain.add(change.aggregate());
        }
    }

    /** Whether a record of it was to be read again, as after a write that was refused because the record had moved. */
    boolean isReadAgain(AggregateId id) {
        return readAgain.contains(id);
    }

    /** Records whose former address has withdrawn. */
    void withdrawn(Set<RecordRef> refs) {
        withdrawn.addAll(refs);
    }

    boolean hasWithdrawn(RecordRef ref) {
        return withdrawn.contains(ref);
    }

    void review(ReviewItem item) {
        changes.review(item);
    }

    void receipt(Receipt receipt) {
        changes.receipt(receipt);
    }

    void answered(Ring ring) {
        changes.answered(ring);
    }

    void setting(String name, String value) {
        changes.setting(name, value);
    }

    /** All that was put on the desk, in one transaction. */
    void commit() {
        touched.forEach(id -> changes.state(known(states, id)));
        changed.values().forEach(changes::link);
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }
}
