package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.ledger.Entry;
import io.leadloop.lifecycle.Event;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.Step;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import io.leadloop.state.Link;
import io.leadloop.state.PingPong;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Two persons turn out to be one: the older id survives, nothing of the other is lost. */
final class PersonMerge {

    private static final String OPT_OUT = "emailOptOut";
    private static final FieldValue TRUE = new FieldValue.Flag(true);

    private final Lifecycle lifecycle;

    PersonMerge(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /**
     * Puts both on the desk; returns the one that survives. Where their values differ, those of {@code other} hold.
     *
     * @param known fields in which {@code other} says nothing new, so that those of {@code one} hold
     */
    AggregateState merge(Desk desk, AggregateState one, AggregateState other, Set<String> known) {
        boolean firstIsOlder = known(one).isBefore(known(other))
                || (known(one).equals(known(other)) && one.id().compareTo(other.id()) < 0);
        AggregateState kept = firstIsOlder ? one : other;
        AggregateState gone = firstIsOlder ? other : one;
        Step step = lifecycle.merge(kept.journey(), gone.journey(), desk.now());
        Map<String, String> keptParts = parts(step, true);
        Map<String, String> goneParts = parts(step, false);
        AggregateState merged = new AggregateState(
                kept.id(),
                kept.version(),
                facets(kept, gone, keptParts, goneParts),
                Addresses.together(facts(other, one, known), kept.facts(), gone.facts()),
                losses(other, one, known),
                step.journey(),
                touches(kept, gone),
                relations(kept, gone),
                pingPongs(kept, gone),
                Optional.empty());
        rename(desk, kept.id(), kept.id(), keptParts);
        rename(desk, gone.id(), kept.id(), goneParts);
        entries(desk, kept.id(), kept.id(), keptParts);
        entries(desk, gone.id(), kept.id(), goneParts);
        desk.put(AggregateState.fresh(gone.id()).at(gone.version()).withMergedInto(kept.id()));
        desk.put(merged);
        return merged;
    }

    /** What is on its way arrives at the survivor; all else is planned anew. */
    private static void entries(Desk desk, AggregateId from, AggregateId to, Map<String, String> parts) {
        for (Entry entry : List.copyOf(desk.open(from))) {
            if (Entries.isOnTheWay(entry)) {
                Slot slot = entry.slot();
                String part = parts.getOrDefault(slot.part(), slot.part());
                desk.move(entry, entry.movedTo(to, new Slot(slot.connection(), slot.type(), part)));
            } else {
                desk.put(entry.superseded(desk.now()));
            }
        }
    }

    private static Instant known(AggregateState person) {
        return person.facts().values().stream()
                .map(Fact::recordedAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Map<String, String> parts(Step step, boolean first) {
        Map<String, String> parts = new HashMap<>();
        step.events().forEach(event -> {
            if (event instanceof Event.Merged merged) {
                merged.cycles().stream()
                        .filter(cycle -> cycle.fromFirst() == first)
                        .forEach(cycle -> {
                            parts.put("cycle-" + cycle.before(), "cycle-" + cycle.after());
                            parts.put("alert-" + cycle.before(), "alert-" + cycle.after());
                            parts.put("ask-" + cycle.before(), "ask-" + cycle.after());
                        });
            }
        });
        return parts;
    }

    private static Map<RecordRef, Facet> facets(
            AggregateState kept, AggregateState gone, Map<String, String> keptParts, Map<String, String> goneParts) {
        Map<RecordRef, Facet> all = new TreeMap<>();
        kept.facets().forEach((ref, facet) -> all.put(ref, rename(facet, keptParts)));
        gone.facets().forEach((ref, facet) -> {
            boolean taken = facet.standing() == Standing.PRIMARY
                    && facet.part().isEmpty()
                    && all.values().stream()
                            .anyMatch(there -> there.standing() == Standing.PRIMARY
                                    && there.part().isEmpty()
                                    && there.ref().connection().equals(ref.connection())
                                    && there.ref().type().equals(ref.type()));
            all.put(ref, rename(taken ? facet.as(Standing.FOLLOWER, Optional.empty()) : facet, goneParts));
        });
        return all;
    }

    private static Facet rename(Facet facet, Map<String, String> parts) {
        return facet.about(parts.getOrDefault(facet.part(), facet.part()));
    }

    private static void rename(Desk desk, AggregateId from, AggregateId to, Map<String, String> parts) {
        for (Link link : desk.links(from)) {
            String part = parts.getOrDefault(link.slot().part(), link.slot().part());
            if (!part.equals(link.slot().part()) || !from.equals(to)) {
                Slot slot = new Slot(link.slot().connection(), link.slot().type(), part);
                desk.put(new Link(slot, link.key(), link.recordId(), to, link.version()));
            }
        }
    }

    private static Map<String, Fact> facts(AggregateState kept, AggregateState gone, Set<String> known) {
        Map<String, Fact> all = new TreeMap<>(gone.facts());
        kept.facts().forEach((field, fact) -> {
            boolean withdrawn = field.equals(OPT_OUT) && gone.value(OPT_OUT).equals(TRUE);
            boolean holds = !fact.value().isBlank() && !known.contains(field);
            if (!withdrawn && (holds || !all.containsKey(field))) {
                all.put(field, fact);
            }
        });
        return all;
    }

    private static List<io.leadloop.state.Loss> losses(AggregateState kept, AggregateState gone, Set<String> known) {
        List<io.leadloop.state.Loss> all = new ArrayList<>(kept.losses());
        all.addAll(gone.losses());
        gone.facts()
                .forEach((field, fact) -> fact.source()
                        .filter(source -> !known.contains(field)
                                && !fact.value().isBlank()
                                && !kept.value(field).isBlank()
                                && !kept.value(field).equals(fact.value()))
                        .ifPresent(source -> all.add(io.leadloop.merge.Merge.loss(
                                field,
                                fact.value(),
                                source,
                                fact.at(),
                                fact.recordedAt(),
                                new io.leadloop.canonical.FieldRule.WriteOnce()))));
        return all;
    }

    private static Map<String, PingPong> pingPongs(AggregateState kept, AggregateState gone) {
        Map<String, PingPong> all = new TreeMap<>(gone.pingPongs());
        kept.pingPongs()
                .forEach((field, here) ->
                        all.merge(field, here, (there, same) -> there.flips() > here.flips() ? there : here));
        return all;
    }

    private static List<Touchpoint> touches(AggregateState kept, AggregateState gone) {
        Map<String, Touchpoint> all = new LinkedHashMap<>();
        kept.touches().forEach(touch -> all.put(touch.id(), touch));
        gone.touches().forEach(touch -> all.putIfAbsent(touch.id(), touch));
        return all.values().stream().sorted(Touchpoint.ORDER).toList();
    }

    private static Map<String, List<RecordRef>> relations(AggregateState kept, AggregateState gone) {
        Map<String, List<RecordRef>> all = new TreeMap<>(gone.relations());
        kept.relations().forEach((name, refs) -> {
            List<RecordRef> both = new ArrayList<>(all.getOrDefault(name, List.of()));
            both.addAll(refs);
            all.put(name, both.stream().distinct().sorted().toList());
        });
        return all;
    }
}
