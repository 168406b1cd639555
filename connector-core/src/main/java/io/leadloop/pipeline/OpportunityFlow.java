package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.InternalChange;
import io.leadloop.state.AggregateState;
import java.util.List;
import java.util.Optional;

/** The way of a change through an opportunity: its people hear of it, its credit is worked out anew. */
final class OpportunityFlow {

    static final String CREDIT = "credit";
    private static final String ROLE = "role:";

    private final PlainFlow plain;
    private final CreditPlan credit;
    private final Entries entries;

    OpportunityFlow(PlainFlow plain, CreditPlan credit, Entries entries) {
        this.plain = plain;
        this.credit = credit;
        this.entries = entries;
    }

    /** The people with a role in a deal, without repeats. */
    static List<RecordRef> people(AggregateState deal) {
        return deal.relations().entrySet().stream()
                .filter(relation -> relation.getKey().startsWith(ROLE))
                .flatMap(relation -> relation.getValue().stream())
                .distinct()
                .sorted()
                .toList();
    }

    void follow(Desk desk, AggregateId id, List<Sighting> sightings, List<InternalChange> nudges) {
        AggregateState before = desk.state(id);
        AggregateState deal = before;
        for (Sighting sighting : sightings) {
            boolean isRole = sighting.mapping().part().isPresent();
            deal = isRole ? role(deal, sighting) : plain.take(desk, deal, sighting);
        }
        boolean changed = !deal.equals(before);
        if (changed) {
            desk.put(deal);
            for (RecordRef person : people(deal)) {
                desk.owner(person)
                        .filter(owner -> owner.kind() == Kind.PERSON)
                        .ifPresent(owner -> desk.put(
                                new InternalChange(InternalChange.Kind.RELATED, owner, id.value(), desk.now())));
            }
            desk.put(new InternalChange(InternalChange.Kind.RELATED, id, CREDIT, desk.now()));
        }
        if (nudges.stream()
                .anyMatch(nudge -> nudge.detail().equals(CREDIT) || nudge.kind() != InternalChange.Kind.RELATED)) {
            entries.follow(desk, deal, credit.plan(desk, deal));
        }
    }

    /** A contact role is no thing of its own: it ties a person to the deal. */
    private static AggregateState role(AggregateState deal, Sighting sighting) {
        String name = ROLE + sighting.record().ref().id();
        Optional<RecordRef> contact =
                Optional.ofNullable(sighting.reading().references().get("contact"));
        boolean gone = sighting.record().retired().isPresent();
        List<RecordRef> people = gone || contact.isEmpty() ? List.of() : List.of(contact.get());
        return people.equals(deal.relations().getOrDefault(name, List.of())) ? deal : deal.withRelation(name, people);
    }
}
