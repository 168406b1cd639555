package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Receipt;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that is held; used under one lock. */
final class Tables {

    final StateTable states;
    final LinkTable links;
    final EntryTable entries;
    final ChangeTable changes;
    final Map<String, ReviewItem> reviews;
    final Map<String, String> settings;
    final Map<String, Receipt> receipts;
    final InboxTable inbox;
    final LeaseRow lease = new LeaseRow();

    Tables() {
        this(
                new StateTable(),
                new LinkTable(),
                new EntryTable(),
                new ChangeTable(),
                Map.of(),
                Map.of(),
                Map.of(),
                new InboxTable());
    }

    private Tables(
            StateTable states,
            LinkTable links,
            EntryTable entries,
            ChangeTable changes,
            Map<String, ReviewItem> reviews,
            Map<String, String> settings,
            Map<String, Receipt> receipts,
            InboxTable inbox) {
        this.states = states;
        this.links = links;
        this.entries = entries;
        this.changes = changes;
        this.reviews = new LinkedHashMap<>(reviews);
        this.settings = new HashMap<>(settings);
        this.receipts = new HashMap<>(receipts);
        this.inbox = inbox;
    }

    Tables copy() {
        return new Tables(
                states.copy(), links.copy(), entries.copy(), changes.copy(), reviews, settings, receipts, inbox.copy());
    }

    void commit(Changes what) {
        Set<AggregateId> conflicts = new TreeSet<>();
        what.states().values().stream()
                .filter(state -> !states.holdsVersion(state))
                .forEach(state -> conflicts.add(state.id()));
        LinkBatch batch = new LinkBatch(links, conflicts);
        for (Link link : what.links()) {
            batch.tryStore(link);
        }
        for (Entry entry : what.entries().values()) {
            if (entries.get(entry.id()).map(Entry::version).orElse(0L) != entry.version()) {
                conflicts.add(entry.aggregate());
            }
        }
        if (!conflicts.isEmpty()) {
            throw new Conflict(conflicts);
        }
        for (AggregateState state : what.states().values()) {
            states.put(state.at(state.version() + 1));
        }
        batch.steps().forEach(links::replace);
        what.entries().values().forEach(entry -> entries.put(entry.at(entry.version() + 1)));
        what.done().forEach(changes::remove);
        what.put().forEach(changes::put);
        what.reviews().values().forEach(this::review);
        settings.putAll(what.settings());
        what.answered().forEach(inbox::remove);
        what.rings().forEach(inbox::add);
        what.receipts().forEach(receipts::putIfAbsent);
    }

    private void review(ReviewItem item) {
        if (item.decision().isPresent() || !reviews.containsKey(item.id())) {
            reviews.put(item.id(), item);
        }
    }
}
