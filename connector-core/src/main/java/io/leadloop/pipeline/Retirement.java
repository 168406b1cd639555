package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.intake.InternalChange;
import io.leadloop.mapping.Target;
import io.leadloop.spi.Retired;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A record is out of use: deleted, merged into another, or converted. */
final class Retirement {

    private final Setup setup;
    private final Steps steps;
    private final Questions questions;
    private final PersonMerge merge;

    Retirement(Setup setup, Steps steps, Questions questions) {
        this.questions = questions;
        this.setup = setup;
        this.steps = steps;
        this.merge = new PersonMerge(setup.lifecycle());
    }

    AggregateState retire(Desk desk, AggregateState person, Sighting sighting, Retired retired) {
        RecordRef ref = sighting.record().ref();
        Facet facet = person.facets().get(ref);
        Instant at = sighting.record().changedAt();
        if (facet == null || !facet.isInUse()) {
            return person;
        }
        if (retired instanceof Retired.MergedInto merged) {
            AggregateState gone = person.withFacet(facet.as(Standing.RETIRED, Optional.of(merged.survivor())));
            return survivor(desk, gone, merged.survivor(), facet).withPrimary(ref);
        }
        if (retired instanceof Retired.ConvertedTo converted
                && !converted.records().isEmpty()) {
            RecordRef contact = converted.records().get(0);
            AggregateState gone = person.withFacet(facet.as(Standing.RETIRED, Optional.of(contact)));
            Answer said = new Answer(
                    Answer.Kind.CONVERTED,
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    gone.value("owner").text(),
                    at,
                    "crm");
            AggregateState answered = steps.take(desk, gone, setup.lifecycle().answer(gone.journey(), said));
            return survivor(desk, answered, contact, Facet.unseen(contact, "", Standing.PRIMARY, desk.now()));
        }
        AggregateState deleted =
                person.withFacet(facet.as(Standing.DELETED, Optional.empty()).read(facet.readVersion(), at));
        if (deleted.isPlaceTaken(ref)) {
            return deleted.withPrimary(ref);
        }
        return sighting.connected().role() == Role.CRM
                ? steps.take(desk, deleted, setup.lifecycle().deletedInCrm(deleted.journey(), at))
                : deleted;
    }

    /** The record that took this one's place belongs to this person; if it has another one, both persons become one. */
    private AggregateState survivor(Desk desk, AggregateState person, RecordRef survivor, Facet before) {
        Optional<AggregateId> owner = desk.owner(survivor);
        if (owner.isEmpty()) {
            Slot slot = new Slot(survivor.connection(), survivor.type(), "");
            desk.put(new Link(slot, "", Optional.of(survivor.id()), person.id(), 0));
            questions.belongs(desk, survivor);
            desk.put(new InternalChange(InternalChange.Kind.READ_AGAIN, person.id(), survivor.toString(), desk.now()));
            return person.withFacet(successor(person, survivor, before));
        }
        if (owner.get().equals(person.id())) {
            Facet known = person.facets().get(survivor);
            return person.withFacet(
                    known == null ? successor(person, survivor, before) : overtaken(desk, person, known));
        }
        return merge.merge(desk, person, desk.state(owner.get()));
    }

    /** It was read before its origin was known: what it says was no first sight, so there is nothing to choose. */
    private Facet overtaken(Desk desk, AggregateState person, Facet known) {
        Map<FieldName, Agreed> undeclined = new LinkedHashMap<>();
        setup.mappings()
                .mapping(
                        setup.connected(known.ref().connection()).system(),
                        known.ref().type())
                .ifPresent(mapping -> mapping.rows()
                        .forEach(row -> row.on(known.ref().type())
                                .map(Target::field)
                                .map(known.agreed()::get)
                                .filter(agreed -> agreed.declined().isPresent())
                                .ifPresent(agreed -> {
                                    undeclined.put(
                                            row.on(known.ref().type())
                                                    .orElseThrow()
                                                    .field(),
                                            agreed.undeclined());
                                    questions.overtaken(desk, person.id(), known.ref(), row.canonical());
                                })));
        return known.agree(undeclined);
    }

    /** A record that took another's place goes on from what was agreed about that one. */
    private static Facet successor(AggregateState person, RecordRef survivor, Facet before) {
        return new Facet(
                survivor,
                "",
                person.standing(survivor, ""),
                0,
                0,
                before.changedAt(),
                before.agreed(),
                Optional.empty(),
                before.firstSeen());
    }
}
