package io.leadloop.app.retention;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The same things with nothing in them that tells who it was about. */
final class Emptied {

    private static final String ERASED = "erased";

    private Emptied() {}

    /** Refs and standings stay, and with them the tombstones that keep a person from being made again. */
    static AggregateState of(AggregateState state) {
        Map<RecordRef, Facet> facets = new TreeMap<>();
        state.facets()
                .forEach((ref, facet) -> facets.put(
                        ref,
                        new Facet(
                                facet.ref(),
                                facet.part(),
                                facet.standing(),
                                facet.seenVersion(),
                                facet.readVersion(),
                                facet.changedAt(),
                                Map.of(),
                                facet.survivor(),
                                facet.firstSeen())));
        AggregateState blank = AggregateState.fresh(state.id()).withJourney(of(state.journey()));
        for (Facet facet : facets.values()) {
            blank = blank.withFacet(facet);
        }
        for (Map.Entry<String, List<RecordRef>> relation : state.relations().entrySet()) {
            blank = blank.withRelation(relation.getKey(), relation.getValue());
        }
        return state.mergedInto().map(blank::withMergedInto).orElse(blank).at(state.version());
    }

    private static Journey of(Journey journey) {
        return new Journey(
                journey.state(),
                journey.handoffs().stream().map(Emptied::of).toList(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Handoff of(Handoff handoff) {
        return new Handoff(
                handoff.cycle(),
                handoff.definition(),
                ERASED,
                List.of(),
                handoff.qualifiedAt(),
                handoff.deliveredAt(),
                handoff.answerBy(),
                handoff.answers().stream().map(Emptied::of).toList(),
                handoff.acceptedAt(),
                handoff.state(),
                handoff.closedAt());
    }

    private static Answer of(Answer answer) {
        return new Answer(answer.kind(), answer.reason(), "", answer.revisitOn(), "", answer.at(), answer.origin());
    }

    /** One that has not left yet never will. */
    static Entry of(Entry entry, Instant now) {
        Entry ended = entry.state() == EntryState.APPLIED || entry.state() == EntryState.SUPERSEDED
                ? entry
                : entry.superseded(now);
        return new Entry(
                ended.id(),
                ended.aggregate(),
                ended.slot(),
                ended.ref(),
                ended.operation(),
                ended.lane(),
                Map.of(),
                ended.tag(),
                ended.state(),
                ended.failure(),
                ended.tries(),
                ended.plannedAt(),
                ended.notBefore(),
                ended.settledAt(),
                ended.attempt(),
                ended.leaseUntil(),
                ended.revisions(),
                ended.version());
    }

    static ReviewItem of(ReviewItem item) {
        return new ReviewItem(
                item.id(),
                item.kind(),
                item.aggregate(),
                item.records(),
                item.field(),
                "",
                List.of(),
                item.openedAt(),
                Optional.of(item.decision().orElse(ERASED)));
    }
}
