package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.View;
import io.leadloop.identity.Identity;
import io.leadloop.intake.InternalChange;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Writing;
import io.leadloop.plan.Diff;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.spi.Retired;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a change through a company or a campaign: values are merged and carried over, nothing else happens. */
final class PlainFlow {

    private final Setup setup;
    private final Identity identity;
    private final Observe observe;
    private final Entries entries;
    private final Questions questions;
    private final Publication publication;

    PlainFlow(
            Setup setup,
            Identity identity,
            Observe observe,
            Entries entries,
            Questions questions,
            Publication publication) {
        this.setup = setup;
        this.identity = identity;
        this.observe = observe;
        this.entries = entries;
        this.questions = questions;
        this.publication = publication;
    }

    void follow(Desk desk, AggregateId id, List<Sighting> sightings) {
        AggregateState before = desk.state(id);
        AggregateState state = before;
        for (Sighting sighting : sightings) {
            state = take(desk, state, sighting);
        }
        if (state.equals(before)) {
            return;
        }
        desk.put(state);
        if (id.kind() == Kind.COMPANY && !state.values().equals(before.values())) {
            people(desk, state);
        }
        plan(desk, state);
    }

    /** The people of a company are judged anew when it changes. */
    private static void people(Desk desk, AggregateState company) {
        List<String> refs =
                company.facets().keySet().stream().map(RecordRef::toString).toList();
        desk.store().find(Kind.PERSON, "companyRef", refs).values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(person -> desk.put(new InternalChange(
                        InternalChange.Kind.RELATED, person, company.id().value(), desk.now())));
    }

    AggregateState take(Desk desk, AggregateState before, Sighting sighting) {
        Observed observed = observe.take(before, sighting, "", desk.open(before.id()), false, desk.now());
        if (observed.stale()) {
            return before;
        }
        questions.ask(desk, observed.state(), sighting, observed);
        RecordRef ref = sighting.record().ref();
        Facet facet = observed.state().facets().get(ref);
        if (facet == null || sighting.record().retired().isEmpty()) {
            return observed.state();
        }
        Retired retired = sighting.record().retired().get();
        return observed.state()
                .withFacet(
                        retired instanceof Retired.MergedInto merged
                                ? facet.as(Standing.RETIRED, Optional.of(merged.survivor()))
                                : facet.as(Standing.DELETED, Optional.empty()));
    }

    void plan(Desk desk, AggregateState state) {
        List<PlannedWrite> planned = new ArrayList<>();
        for (Connected connected : setup.connections()) {
            setup.mappings()
                    .mapping(connected.system(), state.id().kind())
                    .ifPresent(
                            mapping -> update(desk, state, connected, mapping).ifPresent(planned::add));
        }
        entries.follow(desk, state, planned);
    }

    private Optional<PlannedWrite> update(Desk desk, AggregateState state, Connected connected, Mapping mapping) {
        Optional<Facet> facet = PersonPlan.primary(state, connected, mapping);
        boolean shared = state.facets().values().stream()
                        .filter(Facet::isInUse)
                        .map(known -> known.ref().connection())
                        .distinct()
                        .count()
                > 1;
        if (facet.isEmpty() || !shared) {
            return Optional.empty();
        }
        ObjectType type = facet.get().ref().type();
        View view = View.of(state.id().kind().word(), state.values());
        Map<FieldName, Writing> desired = new LinkedHashMap<>(mapping.write(view, type));
        publication.hold(state, facet.get(), desired.values());
        Slot slot = new Slot(connected.id(), type, "");
        Map<FieldName, FieldValue> onTheWay = Entries.onTheWay(desk.open(state.id()), slot);
        Map<FieldName, PlannedField> fields =
                new Diff(mapping, field -> setup.rule(mapping.kind(), field)).update(desired, facet.get(), onTheWay);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedWrite(
                        slot, facet.map(Facet::ref), identity.key(state.id(), ""), Lane.STATUS, "", false, fields));
    }
}
