package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.InternalChange;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person's deals mean for its way: in an opportunity, won, lost, and how much of it the person's touches earned. */
final class Deals {

    private static final String DEALS = "opportunities";
    private static final FieldValue TRUE = new FieldValue.Flag(true);

    private final Lifecycle lifecycle;
    private final CreditPlan credit;

    Deals(Lifecycle lifecycle, CreditPlan credit) {
        this.lifecycle = lifecycle;
        this.credit = credit;
    }

    AggregateState follow(Desk desk, AggregateState before, List<InternalChange> nudges) {
        List<AggregateId> named = nudges.stream()
                .filter(nudge -> nudge.kind() == InternalChange.Kind.RELATED
                        && nudge.detail().startsWith("o"))
                .map(nudge -> new AggregateId(Kind.OPPORTUNITY, nudge.detail()))
                .distinct()
                .toList();
        if (named.isEmpty()) {
            return before;
        }
        AggregateState person = before;
        for (AggregateId id : named) {
            person = tie(person, desk.state(id));
        }
        List<AggregateState> deals = deals(desk, person);
        Journey journey = person.journey();
        for (AggregateState deal : deals) {
            journey = step(journey, deal);
        }
        return credit.credited(desk, person.withJourney(journey), deals, desk.now());
    }

    /** The credit of a person's deals rests on the person's touches. */
    void touched(Desk desk, AggregateState person) {
        for (AggregateState deal : deals(desk, person)) {
            desk.put(new InternalChange(InternalChange.Kind.RELATED, deal.id(), OpportunityFlow.CREDIT, desk.now()));
            desk.put(new InternalChange(
                    InternalChange.Kind.RELATED, person.id(), deal.id().value(), desk.now()));
        }
    }

    private static AggregateState tie(AggregateState person, AggregateState deal) {
        Optional<RecordRef> ref = deal.facets().values().stream()
                .filter(facet -> facet.part().isEmpty())
                .map(io.leadloop.state.Facet::ref)
                .findFirst();
        List<RecordRef> known = person.relations().getOrDefault(DEALS, List.of());
        boolean hasRole = OpportunityFlow.people(deal).stream().anyMatch(person.facets()::containsKey);
        if (ref.isEmpty() || known.contains(ref.get()) || !hasRole) {
            return person;
        }
        List<RecordRef> all = new ArrayList<>(known);
        all.add(ref.get());
        return person.withRelation(DEALS, all.stream().sorted().toList());
    }

    /** The deals of a person, as committed, or as this transaction has them. */
    static List<AggregateState> deals(Desk desk, AggregateState person) {
        return person.relations().getOrDefault(DEALS, List.of()).stream()
                .flatMap(ref -> desk.owner(ref).stream())
                .distinct()
                .map(desk::state)
                .toList();
    }

    private Journey step(Journey journey, AggregateState deal) {
        boolean closed = deal.value("closed").equals(TRUE);
        boolean won = deal.value("won").equals(TRUE);
        Instant at =
                Optional.ofNullable(deal.facts().get("stage")).map(Fact::at).orElse(Instant.EPOCH);
        Journey open = lifecycle.opportunity(journey, at).journey();
        if (won) {
            return lifecycle.won(open, at).journey();
        }
        return closed ? lifecycle.lost(open, Optional.empty(), at).journey() : open;
    }
}
