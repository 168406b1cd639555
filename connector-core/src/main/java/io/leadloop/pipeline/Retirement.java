package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.identity.Identity;
import io.leadloop.intake.InternalChange;
import io.leadloop.mapping.Row;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record is out of use: deleted, merged into another, or converted. */
final class Retirement {

    private final Setup setup;
    private final Identity identity;
    private final Steps steps;
    private final Questions questions;
    private final PersonMerge merge;

    Retirement(Setup setup, Steps steps, Questions questions) {
        this.questions = questions;
        this.setup = setup;
        this.identity = new Identity(setup.installation());
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
            return survivor(desk, gone, merged.survivor(), facet, facet, false).withPrimary(ref);
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
                    gone.value("ownerName").text(),
                    at,
                    "crm");
            AggregateState answered = steps.take(desk, gone, setup.lifecycle().answer(gone.journey(), said));
            Facet unseen = Facet.unseen(contact, "", Standing.PRIMARY, desk.now());
            return survivor(desk, answered, contact, facet, unseen, hasOurKey(person, facet));
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

    /**
     * The record that took this one's place belongs to this person; if it has another one, both persons become one.
     *
     * @param origin the record whose place it took
     * @param before what of that still holds for it
     * @param keyed whether it has our key, so that it is the primary from then on
     */
    private AggregateState survivor(
            Desk desk, AggregateState person, RecordRef survivor, Facet origin, Facet before, boolean keyed) {
        Optional<AggregateId> owner = desk.owner(survivor);
        boolean another = owner.isPresent() && !owner.get().equals(person.id());
        for (String field : declined(origin)) {
            questions.handOn(
                    desk, person.id(), field, origin.ref(), another ? Optional.empty() : Optional.of(survivor));
        }
        if (owner.isEmpty()) {
            Slot slot = new Slot(survivor.connection(), survivor.type(), "");
            desk.put(new Link(slot, "", Optional.of(survivor.id()), person.id(), 0));
            questions.belongs(desk, survivor);
            desk.put(new InternalChange(InternalChange.Kind.READ_AGAIN, person.id(), survivor.toString(), desk.now()));
            return placed(person.withFacet(successor(person, survivor, before)), survivor, keyed);
        }
        if (owner.get().equals(person.id())) {
            Facet known = person.facets().get(survivor);
            Facet here = known == null ? successor(person, survivor, before) : overtaken(desk, person, known, origin);
            return placed(person.withFacet(here), survivor, keyed);
        }
        return merge.merge(desk, person, desk.state(owner.get()));
    }

    private static AggregateState placed(AggregateState person, RecordRef survivor, boolean keyed) {
        return keyed ? person.withFirst(survivor) : person;
    }

    /** Of two persons that were merged one has the key; conversion takes it over to the contact. */
    private boolean hasOurKey(AggregateState person, Facet facet) {
        FieldValue key = new FieldValue.Text(identity.key(person.id(), ""));
        return setup.mappings()
                .mapping(
                        setup.connected(facet.ref().connection()).system(),
                        facet.ref().type())
                .flatMap(mapping -> mapping.field(facet.ref().type(), "key"))
                .map(facet.agreed()::get)
                .filter(agreed -> agreed.value().equals(key))
                .isPresent();
    }

    /**
     * It was read before its origin was known: what it says was no first sight, so there is nothing to choose, but for
     * what was kept apart in its origin already.
     */
    private Facet overtaken(Desk desk, AggregateState person, Facet known, Facet origin) {
        Set<String> apart = declined(origin);
        Map<FieldName, Agreed> undeclined = new LinkedHashMap<>();
        declining(known).filter(row -> !apart.contains(row.canonical())).forEach(row -> {
            FieldName field = row.on(known.ref().type()).orElseThrow().field();
            undeclined.put(
                    field, Objects.requireNonNull(known.agreed().get(field)).undeclined());
            questions.overtaken(desk, person.id(), known.ref(), row.canonical());
        });
        return known.agree(undeclined);
    }

    private Set<String> declined(Facet facet) {
        return declining(facet).map(Row::canonical).collect(Collectors.toSet());
    }

    /** Rows in which we keep to what stands in the record. */
    private Stream<Row> declining(Facet facet) {
        return setup
                .mappings()
                .mapping(
                        setup.connected(facet.ref().connection()).system(),
                        facet.ref().type())
                .stream()
                .flatMap(mapping -> mapping.rows().stream())
                .filter(row -> row.on(facet.ref().type())
                        .map(target -> facet.agreed().get(target.field()))
                        .flatMap(Agreed::declined)
                        .isPresent());
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
