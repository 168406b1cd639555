package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.identity.Candidate;
import io.leadloop.identity.Identity;
import io.leadloop.identity.Match;
import io.leadloop.mapping.Mapping;
import io.leadloop.spi.Retired;
import io.leadloop.state.Facet;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the aggregate of each record of a page, with few questions to the store, and links those that are new. */
final class Resolve {

    private final Twins twins;
    private final Identity identity;
    private final Questions questions;

    Resolve(Setup setup, Identity identity, Questions questions) {
        this.twins = new Twins(setup);
        this.identity = identity;
        this.questions = questions;
    }

    /** Records that belong to nothing for now (ambiguous, foreign) are left out and listed for review. */
    List<Resolved> resolve(Desk desk, List<Sighting> sightings) {
        List<Resolved> found = new ArrayList<>();
        desk.fetchOwners(
                sightings.stream().map(sighting -> sighting.record().ref()).toList());
        sightings.forEach(sighting -> survivor(desk, sighting));
        List<Sighting> unknown = sightings.stream()
                .filter(sighting -> desk.link(sighting.record().ref()).isEmpty())
                .toList();
        Map<String, Link> keyed = keyed(desk, unknown);
        Map<String, List<AggregateId>> sameValue = sameValue(desk, unknown);
        desk.fetch(unknown.stream()
                .map(sighting -> identity.fresh(
                        sighting.mapping().kind(), sighting.record().ref()))
                .toList());
        Map<String, Integer> twins = this.twins.count(desk, unknown, sameValue);
        Map<String, AggregateId> inThisPage = new HashMap<>();
        for (Sighting sighting : sightings) {
            RecordRef ref = sighting.record().ref();
            Optional<AggregateId> owner = desk.owner(ref);
            if (owner.isPresent()) {
                found.add(new Resolved(sighting, owner.get()));
            } else if (sighting.record().retired().isEmpty()) {
                Match match = identity.match(candidate(desk, sighting, keyed, sameValue, twins, inThisPage));
                link(desk, sighting, match, keyed).ifPresent(id -> {
                    found.add(new Resolved(sighting, id));
                    value(sighting).ifPresent(value -> inThisPage.put(place(sighting) + value, id));
                });
            }
        }
        return found;
    }

    /** The record that took the place of a known one belongs to the same aggregate. */
    private static void survivor(Desk desk, Sighting sighting) {
        Optional<AggregateId> owner = desk.owner(sighting.record().ref());
        if (owner.isPresent() && sighting.record().retired().orElse(null) instanceof Retired.MergedInto merged) {
            if (desk.owner(merged.survivor()).isEmpty()) {
                desk.put(fresh(merged.survivor(), owner.get()));
            }
        }
    }

    private Candidate candidate(
            Desk desk,
            Sighting sighting,
            Map<String, Link> keyed,
            Map<String, List<AggregateId>> sameValue,
            Map<String, Integer> twins,
            Map<String, AggregateId> inThisPage) {
        RecordRef ref = sighting.record().ref();
        String key = key(sighting);
        List<AggregateId> free = new ArrayList<>();
        boolean taken = false;
        String value = value(sighting).orElse("");
        for (AggregateId id : sameValue.getOrDefault(sighting.mapping().kind() + value, List.of())) {
            boolean here = desk.state(id).facets().values().stream()
                    .anyMatch(facet -> facet.isInUse() && facet.part().isEmpty() && samePlace(facet, ref));
            taken |= here;
            if (!here) {
                free.add(desk.state(id).id());
            }
        }
        taken |= !value.isEmpty() && inThisPage.containsKey(place(sighting) + value);
        return new Candidate(
                sighting.mapping().kind(),
                ref,
                Optional.empty(),
                key,
                Optional.ofNullable(keyed.get(key)).map(Link::aggregate),
                free.stream().distinct().toList(),
                taken,
                twins.getOrDefault(sighting.mapping().kind() + value, 1));
    }

    private static boolean samePlace(Facet facet, RecordRef ref) {
        return facet.ref().connection().equals(ref.connection())
                && facet.ref().type().equals(ref.type());
    }

    private Optional<AggregateId> link(Desk desk, Sighting sighting, Match match, Map<String, Link> keyed) {
        RecordRef ref = sighting.record().ref();
        if (match instanceof Match.ByKey byKey) {
            Link pending = keyed.get(key(sighting));
            desk.put(
                    pending == null || pending.recordId().isPresent()
                            ? fresh(ref, byKey.aggregate())
                            : pending.known(ref.id()));
            return Optional.of(byKey.aggregate());
        }
        if (match instanceof Match.ByValue byValue) {
            desk.put(fresh(ref, byValue.aggregate()));
            return Optional.of(byValue.aggregate());
        }
        if (match instanceof Match.Fresh fresh) {
            desk.put(fresh(ref, fresh.aggregate()));
            return Optional.of(fresh.aggregate());
        }
        if (match instanceof Match.Ambiguous ambiguous) {
            questions.ambiguous(desk, ref, ambiguous.candidates());
        }
        if (match instanceof Match.ForeignKey) {
            questions.foreignKey(desk, ref);
        }
        return Optional.empty();
    }

    private static Link fresh(RecordRef ref, AggregateId aggregate) {
        return new Link(new Slot(ref.connection(), ref.type(), ""), "", Optional.of(ref.id()), aggregate, 0);
    }

    private static Map<String, Link> keyed(Desk desk, List<Sighting> sightings) {
        Map<String, Link> found = new HashMap<>();
        Map<Slot, List<Sighting>> places = sightings.stream()
                .filter(sighting -> !key(sighting).isEmpty())
                .collect(Collectors.groupingBy(Resolve::slot));
        places.forEach((slot, all) -> found.putAll(desk.store()
                .linksByKey(
                        slot.connection(),
                        slot.type(),
                        all.stream().map(Resolve::key).collect(Collectors.toSet()))));
        return found;
    }

    private static Map<String, List<AggregateId>> sameValue(Desk desk, List<Sighting> sightings) {
        Map<String, List<AggregateId>> found = new HashMap<>();
        Map<Kind, Set<String>> values = new HashMap<>();
        Map<Kind, String> fields = new HashMap<>();
        sightings.forEach(sighting -> value(sighting).ifPresent(value -> {
            fields.put(sighting.mapping().kind(), matched(sighting.mapping()).orElseThrow());
            values.computeIfAbsent(sighting.mapping().kind(), kind -> new java.util.HashSet<>())
                    .add(value);
        }));
        values.forEach((kind, all) -> desk.store()
                .find(kind, fields.getOrDefault(kind, ""), all)
                .forEach((value, ids) -> found.put(kind + value, ids)));
        desk.fetch(found.values().stream().flatMap(List::stream).toList());
        return found;
    }

    private static Slot slot(Sighting sighting) {
        RecordRef ref = sighting.record().ref();
        return new Slot(ref.connection(), ref.type(), "");
    }

    private static String place(Sighting sighting) {
        return slot(sighting) + "|";
    }

    private static String key(Sighting sighting) {
        return sighting.mapping()
                .field(sighting.record().ref().type(), "key")
                .map(field -> sighting.record().value(field).text())
                .orElse("");
    }

    /** The canonical field that records of this kind are matched by, if any. */
    static Optional<String> matched(Mapping mapping) {
        return mapping.match().stream()
                .filter(step -> !step.equals("link") && !step.equals("key"))
                .findFirst();
    }

    static Optional<String> value(Sighting sighting) {
        return matched(sighting.mapping())
                .map(field -> sighting.reading()
                        .values()
                        .getOrDefault(field, FieldValue.BLANK)
                        .text())
                .filter(value -> !value.isEmpty());
    }
}
