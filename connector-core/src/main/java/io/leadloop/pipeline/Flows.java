package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.intake.InternalChange;
import java.util.List;

/** The way of a change, by what it is about. */
record Flows(PersonFlow people, PlainFlow plain, OpportunityFlow deals) {

    void follow(Desk desk, AggregateId id, List<Sighting> sightings, List<InternalChange> nudges) {
        switch (id.kind()) {
            case PERSON -> people.follow(desk, id, sightings, nudges);
            case OPPORTUNITY -> deals.follow(desk, id, sightings, nudges);
            case COMPANY, CAMPAIGN -> {
                plain.follow(desk, id, sightings);
                if (!nudges.isEmpty()) {
                    plain.plan(desk, desk.state(id));
                }
            }
            case TOUCHPOINT, HANDOFF, CREDIT ->
                throw new IllegalArgumentException("a part has no way of its own: " + id);
        }
    }
}
