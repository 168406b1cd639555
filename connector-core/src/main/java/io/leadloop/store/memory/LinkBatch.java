package io.leadloop.store.memory;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The links of one commit, tried in order against the table without touching it. A link replaces the one of its record
 * or, if its record has none, the one of its key.
 */
final class LinkBatch {

    /** One link stored, and the one that it replaces. */
    record Step(Optional<Link> before, Link after) {}

    private final LinkTable table;
    private final Set<AggregateId> conflicts;
    private final Map<RecordRef, Optional<Link>> records = new HashMap<>();
    private final Map<LinkTable.Key, Optional<Link>> keys = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    LinkBatch(LinkTable table, Set<AggregateId> conflicts) {
        this.table = table;
        this.conflicts = conflicts;
    }

    void tryStore(Link link) {
        Optional<LinkTable.Key> key = LinkTable.Key.of(link);
        if (link.recordId().isEmpty() && key.isEmpty()) {
            throw new IllegalArgumentException("a link needs a key or a record id: " + link.slot());
        }
        Optional<Link> ofRecord = link.ref().flatMap(ref -> records.getOrDefault(ref, table.at(ref)));
        Optional<Link> ofKey = key.flatMap(text -> keys.getOrDefault(text, table.at(text)));
        Optional<Link> before = ofRecord.or(() -> ofKey);
        boolean unique = ofRecord.isEmpty() || ofKey.isEmpty() || ofRecord.equals(ofKey);
        if (!unique || before.map(Link::version).orElse(0L) != link.version()) {
            conflicts.add(link.aggregate());
            ofRecord.ifPresent(holder -> conflicts.add(holder.aggregate()));
            ofKey.ifPresent(holder -> conflicts.add(holder.aggregate()));
            return;
        }
        Link after = link.at(link.version() + 1);
        before.ifPresent(old -> note(old, Optional.empty()));
        note(after, Optional.of(after));
        steps.add(new Step(before, after));
    }

    List<Step> steps() {
        return steps;
    }

    private void note(Link link, Optional<Link> now) {
        link.ref().ifPresent(ref -> records.put(ref, now));
        LinkTable.Key.of(link).ifPresent(key -> keys.put(key, now));
    }
}
