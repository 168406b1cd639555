package io.leadloop.state;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that we hold to be true about one person, company, opportunity or campaign: one packed document.
 *
 * @param version counts commits; 0 when it was never stored
 * @param facets the vendor records, by ref
 * @param facts canonical field to the value that holds
 * @param losses values that did not win, oldest first
 * @param journey the person's way; {@link Journey#START} for other kinds
 * @param touches a person's engagements, in {@link Touchpoint#ORDER}
 * @param relations name to vendor records of other aggregates: {@code company}, {@code people}
 * @param pingPongs canonical fields in which the two systems have undone each other
 * @param mergedInto the person that this one became
 */
public record AggregateState(
        AggregateId id,
        long version,
        Map<RecordRef, Facet> facets,
        Map<String, Fact> facts,
        List<Loss> losses,
        Journey journey,
        List<Touchpoint> touches,
        Map<String, List<RecordRef>> relations,
        Map<String, PingPong> pingPongs,
        Optional<AggregateId> mergedInto) {

    public AggregateState {
        facets = new TreeMap<>(facets);
        facts = new TreeMap<>(facts);
        losses = List.copyOf(losses);
        touches = List.copyOf(touches);
        relations = new TreeMap<>(relations);
        pingPongs = new TreeMap<>(pingPongs);
    }

    public static AggregateState fresh(AggregateId id) {
        return new AggregateState(
                id, 0, Map.of(), Map.of(), List.of(), Journey.START, List.of(), Map.of(), Map.of(), Optional.empty());
    }

    /** The values that hold, without their provenance. */
    public Map<String, FieldValue> values() {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        facts.forEach((name, fact) -> values.put(name, fact.value()));
        return values;
    }

    public FieldValue value(String field) {
        Fact fact = facts.get(field);
        return fact == null ? FieldValue.BLANK : fact.value();
    }

    /** What a record that was not known yet becomes: a follower where there is a primary already. */
    public Standing standing(RecordRef ref, String part) {
        boolean taken = part.isEmpty()
                && facets.values().stream()
                        .anyMatch(facet -> facet.standing() == Standing.PRIMARY && isBeside(facet, ref));
        return taken ? Standing.FOLLOWER : Standing.PRIMARY;
    }

    /** Whether another record is in use where this one was. */
    public boolean isPlaceTaken(RecordRef ref) {
        return facets.values().stream().anyMatch(facet -> facet.isInUse() && isBeside(facet, ref));
    }

    /** A primary that went leaves its place to the first of its followers. */
    public AggregateState withPrimary(RecordRef gone) {
        return standing(gone, "") == Standing.FOLLOWER
                ? this
                : facets.values().stream()
                        .filter(facet -> facet.standing() == Standing.FOLLOWER && isBeside(facet, gone))
                        .findFirst()
                        .map(facet -> withFacet(facet.as(Standing.PRIMARY, Optional.empty())))
                        .orElse(this);
    }

    /** This record is the primary from now on, and whatever was follows it. */
    public AggregateState withFirst(RecordRef ref) {
        Map<RecordRef, Facet> all = new TreeMap<>(facets);
        all.replaceAll((each, facet) -> {
            if (each.equals(ref)) {
                return facet.as(Standing.PRIMARY, Optional.empty());
            }
            return facet.standing() == Standing.PRIMARY && isBeside(facet, ref)
                    ? facet.as(Standing.FOLLOWER, Optional.empty())
                    : facet;
        });
        return new AggregateState(id, version, all, facts, losses, journey, touches, relations, pingPongs, mergedInto);
    }

    private static boolean isBeside(Facet facet, RecordRef ref) {
        return facet.part().isEmpty()
                && !facet.ref().equals(ref)
                && facet.ref().connection().equals(ref.connection())
                && facet.ref().type().equals(ref.type());
    }

    public AggregateState withFacet(Facet facet) {
        Map<RecordRef, Facet> all = new TreeMap<>(facets);
        all.put(facet.ref(), facet);
        return new AggregateState(id, version, all, facts, losses, journey, touches, relations, pingPongs, mergedInto);
    }

    public AggregateState withFact(String field, Fact fact) {
        Map<String, Fact> all = new TreeMap<>(facts);
        all.put(field, fact);
        return withFacts(all);
    }

    public AggregateState withFacts(Map<String, Fact> all) {
        return new AggregateState(id, version, facets, all, losses, journey, touches, relations, pingPongs, mergedInto);
    }

    public AggregateState withLosses(List<Loss> all) {
        return new AggregateState(id, version, facets, facts, all, journey, touches, relations, pingPongs, mergedInto);
    }

    public AggregateState withJourney(Journey other) {
        return new AggregateState(id, version, facets, facts, losses, other, touches, relations, pingPongs, mergedInto);
    }

    public AggregateState withTouches(List<Touchpoint> all) {
        return new AggregateState(id, version, facets, facts, losses, journey, all, relations, pingPongs, mergedInto);
    }

    public AggregateState withRelation(String name, List<RecordRef> refs) {
        Map<String, List<RecordRef>> all = new TreeMap<>(relations);
        all.put(name, List.copyOf(refs));
        return new AggregateState(id, version, facets, facts, losses, journey, touches, all, pingPongs, mergedInto);
    }

    /** One system put a field back to what our write had replaced. */
    public AggregateState withFlip(String field, Instant at) {
        Map<String, PingPong> all = new TreeMap<>(pingPongs);
        all.merge(field, PingPong.first(at), (before, first) -> before.again(at));
        return withPingPongs(all);
    }

    /** A person lets the field be written again. */
    public AggregateState withRelease(String field) {
        Map<String, PingPong> all = new TreeMap<>(pingPongs);
        all.remove(field);
        return withPingPongs(all);
    }

    private AggregateState withPingPongs(Map<String, PingPong> all) {
        return new AggregateState(id, version, facets, facts, losses, journey, touches, relations, all, mergedInto);
    }

    /** Whether the two systems undo each other in this field, so that it is not written. */
    public boolean isFrozen(String field) {
        PingPong pingPong = pingPongs.get(field);
        return pingPong != null && pingPong.isFrozen();
    }

    public AggregateState withMergedInto(AggregateId survivor) {
        return new AggregateState(
                id, version, facets, facts, losses, journey, touches, relations, pingPongs, Optional.of(survivor));
    }

    public AggregateState at(long storedVersion) {
        return new AggregateState(
                id, storedVersion, facets, facts, losses, journey, touches, relations, pingPongs, mergedInto);
    }
}
