package io.leadloop.app.engine;

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
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.ledger.Waiting;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same store, in which only some aggregates' writes may be sent, once it was told which. */
final class OnlyStore implements Store {

    private final Store all;
    private Optional<Set<AggregateId>> allowed = Optional.empty();

    OnlyStore(Store all) {
        this.all = all;
    }

    void allow(Collection<AggregateId> ids) {
        allowed = Optional.of(Set.copyOf(ids));
    }

    @Override
    public List<Entry> claimable(Instant now, int limit) {
        if (allowed.isEmpty()) {
            return all.claimable(now, limit);
        }
        return all.claimable(now, Integer.MAX_VALUE).stream()
                .filter(entry -> allowed.get().contains(entry.aggregate()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Waiting> waiting(Instant now) {
        return allowed.isEmpty() ? all.waiting(now) : Waiting.of(claimable(now, Integer.MAX_VALUE));
    }

    @Override
    public List<Entry> stranded(Instant now, int limit) {
        return all.stranded(now, limit);
    }

    @Override
    public Map<AggregateId, List<Entry>> open(Collection<AggregateId> ids) {
        return all.open(ids);
    }

    @Override
    public List<Entry> allOpen() {
        return all.allOpen();
    }

    @Override
    public List<Entry> of(AggregateId id) {
        return all.of(id);
    }

    @Override
    public Optional<Entry> entry(String id) {
        return all.entry(id);
    }

    @Override
    public List<Entry> parked(int limit) {
        return all.parked(limit);
    }

    @Override
    public Map<EntryState, Long> counts() {
        return all.counts();
    }

    @Override
    public Optional<Instant> nextDue() {
        return all.nextDue();
    }

    @Override
    public void commit(Changes changes) {
        all.commit(changes);
    }

    @Override
    public List<InternalChange> due(Instant now, int limit) {
        return all.due(now, limit);
    }

    @Override
    public List<Ring> rung(int limit) {
        return all.rung(limit);
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return all.receipt(id);
    }

    @Override
    public List<ReviewItem> open() {
        return all.open();
    }

    @Override
    public Optional<ReviewItem> item(String id) {
        return all.item(id);
    }

    @Override
    public Map<AggregateId, AggregateState> load(Collection<AggregateId> ids) {
        return all.load(ids);
    }

    @Override
    public Map<RecordRef, Link> links(Collection<RecordRef> refs) {
        return all.links(refs);
    }

    @Override
    public Map<String, Link> linksByKey(ConnectionId connection, ObjectType type, Collection<String> keys) {
        return all.linksByKey(connection, type, keys);
    }

    @Override
    public Map<AggregateId, List<Link>> linksOf(Collection<AggregateId> ids) {
        return all.linksOf(ids);
    }

    @Override
    public Map<String, List<AggregateId>> find(Kind kind, String field, Collection<String> values) {
        return all.find(kind, field, values);
    }

    @Override
    public List<AggregateState> scan(Kind kind, Optional<AggregateId> after, int limit) {
        return all.scan(kind, after, limit);
    }

    @Override
    public Optional<String> setting(String name) {
        return all.setting(name);
    }
}
