package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.identity.Identity;
import io.leadloop.intake.InternalChange;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Row;
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
            return succeed(desk, gone, new Succession(facet, merged.survivor(), false, false))
                    .withPrimary(ref);
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
            return succeed(desk, answered, new Succession(facet, contact, true, hasOurKey(person, facet)));
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
     * One record takes another's place.
     *
     * @param converts whether it is of another object, so that what was agreed about the fields of the origin is of no use
     * @param keyed whether the origin has our key, so that its successor is the primary from then on
     */
    private record Succession(Facet origin, RecordRef successor, boolean converts, boolean keyed) {

        AggregateState placed(AggregateState person) {
            return keyed ? person.withFirst(successor) : person;
        }
    }

    /** The successor belongs to this person; if it has another one, both persons become one. */
    private AggregateState succeed(Desk desk, AggregateState person, Succession succession) {
        RecordRef successor = succession.successor();
        Optional<AggregateId> owner = desk.owner(successor);
        boolean another = owner.isPresent() && !owner.get().equals(person.id());
        handOn(desk, person, succession, another);
        if (owner.isEmpty()) {
            Slot slot = new Slot(successor.connection(), successor.type(), "");
            desk.put(new Link(slot, "", Optional.of(successor.id()), person.id(), 0));
            questions.belongs(desk, successor);
            desk.put(new InternalChange(InternalChange.Kind.READ_AGAIN, person.id(), successor.toString(), desk.now()));
            return succession.placed(person.withFacet(successor(person, succession, desk.now())));
        }
        if (another) {
            AggregateState other = desk.state(owner.get());
            return merge.merge(
                    desk, person, other, succession.converts() ? carried(succession.origin(), other) : Set.of());
        }
        Facet known = person.facets().get(successor);
        return succession.placed(person.withFacet(
                known == null
                        ? successor(person, succession, desk.now())
                        : overtaken(desk, person, known, succession.origin())));
    }

    /** A contact that was not read yet asks by itself, if it differs still. */
    private void handOn(Desk desk, AggregateState person, Succession succession, boolean another) {
        boolean unread = succession.converts() && !person.facets().containsKey(succession.successor());
        for (String field : declined(succession.origin())) {
            questions.handOn(
                    desk,
                    person.id(),
                    field,
                    succession.origin().ref(),
                    another || unread ? Optional.empty() : Optional.of(succession.successor()));
        }
    }

    /** Fields in which the other person, known by the contact alone, says what was agreed about the lead: that is no news. */
    private Set<String> carried(Facet lead, AggregateState other) {
        ObjectType type = lead.ref().type();
        return mapping(lead).stream()
                .flatMap(mapping -> mapping.rows().stream()
                        .filter(row -> row.on(type)
                                .map(Target::field)
                                .flatMap(field -> Optional.ofNullable(
                                                lead.agreed().get(field))
                                        .flatMap(agreed -> mapping.meaning(type, field, agreed.value())))
                                .filter(other.value(row.canonical())::equals)
                                .isPresent()))
                .map(Row::canonical)
                .collect(Collectors.toSet());
    }

    private Optional<Mapping> mapping(Facet facet) {
        return setup.mappings()
                .mapping(
                        setup.connected(facet.ref().connection()).system(),
                        facet.ref().type());
    }

    /** Of two persons that were merged one has the key; conversion takes it over to the contact. */
    private boolean hasOurKey(AggregateState person, Facet facet) {
        FieldValue key = new FieldValue.Text(identity.key(person.id(), ""));
        return mapping(facet)
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
        return mapping(facet).stream()
                .flatMap(mapping -> mapping.rows().stream())
                .filter(row -> row.on(facet.ref().type())
                        .map(target -> facet.agreed().get(target.field()))
                        .flatMap(Agreed::declined)
                        .isPresent());
    }

    /** A record that took another's place goes on from what was agreed about that one. */
    private static Facet successor(AggregateState person, Succession succession, Instant now) {
        RecordRef ref = succession.successor();
        Facet origin = succession.origin();
        return succession.converts()
                ? Facet.unseen(ref, "", person.standing(ref, ""), now)
                : new Facet(
                        ref,
                        "",
                        person.standing(ref, ""),
                        0,
                        0,
                        origin.changedAt(),
                        origin.agreed(),
                        Optional.empty(),
                        origin.firstSeen());
    }
}
