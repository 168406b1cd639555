package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.View;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a row or task of a hand-off says, and the key by which it is known. */
final class HandoffView {

    private final LoopFields loop;

    HandoffView(LoopFields loop) {
        this.loop = loop;
    }

    View view(AggregateState person, Facet record, Handoff handoff, String key) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(loop.row(handoff, key));
        person.facets().values().stream()
                .filter(facet -> facet.part().isEmpty()
                        && facet.ref().connection().equals(record.ref().connection()))
                .sorted(Comparator.comparing(facet -> !isGone(facet)))
                .forEach(facet -> fields.put(
                        facet.ref().type().value().toLowerCase(java.util.Locale.ROOT),
                        new FieldValue.Text(facet.ref().id())));
        fields.put("owner", person.value("owner"));
        return View.of("handoff", fields).and("person", person.values());
    }

    /** The key that the row got when it was planned, else one that no other has: merged persons keep theirs. */
    static String key(Desk desk, AggregateState person, Slot slot, String wanted) {
        Optional<String> planned = desk.links(person.id(), slot).stream()
                .map(Link::key)
                .filter(key -> !key.isEmpty())
                .findFirst();
        if (planned.isPresent()) {
            return planned.get();
        }
        Set<String> taken = desk.links(person.id()).stream()
                .filter(link -> link.slot().type().equals(slot.type()))
                .map(Link::key)
                .collect(Collectors.toSet());
        String key = wanted;
        for (int i = 2; taken.contains(key); i++) {
            key = wanted + "-" + i;
        }
        return key;
    }

    static Optional<Facet> facet(AggregateState person, String part) {
        return person.facets().values().stream()
                .filter(facet -> facet.part().equals(part))
                .findFirst();
    }

    static boolean isGone(Facet facet) {
        boolean merged = facet.survivor()
                .filter(survivor -> survivor.type().equals(facet.ref().type()))
                .isPresent();
        return facet.standing() == Standing.DELETED || (facet.standing() == Standing.RETIRED && merged);
    }
}
