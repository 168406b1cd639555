package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.definition.Evaluation;
import io.leadloop.intake.InternalChange;
import io.leadloop.lifecycle.Event;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.Qualification;
import io.leadloop.lifecycle.Step;
import io.leadloop.spi.Retired;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The way of a change through one person: what the records say, what sales said, where the lead stands, what to write. */
final class PersonFlow {

    private static final FieldValue TRUE = new FieldValue.Flag(true);
    private static final ReasonCode DUPLICATE = new ReasonCode("R-DUP");

    private final Setup setup;
    private final Observe observe;
    private final PersonViews views;
    private final PersonPlan plan;
    private final Deals deals;
    private final Entries entries;
    private final Questions questions;
    private final PersonMerge merge;

    PersonFlow(
            Setup setup,
            Observe observe,
            PersonViews views,
            PersonPlan plan,
            Deals deals,
            Entries entries,
            Questions questions) {
        this.setup = setup;
        this.observe = observe;
        this.views = views;
        this.plan = plan;
        this.deals = deals;
        this.entries = entries;
        this.questions = questions;
        this.merge = new PersonMerge(setup.lifecycle());
    }

    void follow(Desk desk, AggregateId id, List<Sighting> sightings, List<InternalChange> nudges) {
        AggregateState before = desk.state(id);
        AggregateState person = before;
        boolean news = !nudges.isEmpty();
        for (Sighting sighting : sightings.stream()
                .sorted(Comparator.comparing(one -> one.record().changedAt()))
                .toList()) {
            AggregateState seen = take(desk, person, sighting);
            news |= !seen.equals(person);
            person = seen;
        }
        if (!news) {
            return;
        }
        person = deals.follow(desk, person, nudges);
        if (person.touches().size() != before.touches().size()) {
            deals.touched(desk, person);
        }
        person = consent(person, desk.now());
        person = clock(person, desk.now());
        person = judge(desk, person);
        desk.put(person);
        if (plan.isDelivered(desk, person) && !sightings.isEmpty()) {
            person = step(desk, person, setup.lifecycle().delivered(person.journey(), desk.now()));
            desk.put(person);
        }
        AggregateState after = person;
        after.journey()
                .dueAt()
                .filter(due -> !due.isBefore(desk.now())
                        || !after.journey().dueAt().equals(before.journey().dueAt()))
                .ifPresent(due -> desk.put(new InternalChange(InternalChange.Kind.DUE, after.id(), "", due)));
        after.journey()
                .recycleAt()
                .filter(at -> at.isAfter(desk.now()))
                .ifPresent(at -> desk.put(new InternalChange(InternalChange.Kind.DUE, after.id(), "recycle", at)));
        entries.follow(desk, after, plan.plan(desk, after));
    }

    /** Plans anew without any news: after a settled write, a new revision, a release. */
    void plan(Desk desk, AggregateId id) {
        AggregateState person = desk.state(id);
        entries.follow(desk, person, plan.plan(desk, person));
    }

    private AggregateState take(Desk desk, AggregateState before, Sighting sighting) {
        AggregateState person = before;
        if (sighting.mapping().kind() == Kind.TOUCHPOINT) {
            return touches(person, named(desk, sighting));
        }
        RecordRef ref = sighting.record().ref();
        String part = desk.link(ref).map(link -> link.slot().part()).orElse("");
        boolean after = person.journey().open().flatMap(Handoff::deliveredAt).isPresent();
        Observed observed = observe.take(person, sighting, part, desk.open(person.id()), after, desk.now());
        if (observed.stale()) {
            return person;
        }
        person = touches(observed.state(), sighting.reading().touches());
        person = relations(person, sighting);
        questions.ask(desk, person, sighting, observed);
        if (sighting.record().retired().isPresent()) {
            return retire(desk, person, sighting, sighting.record().retired().get());
        }
        Optional<Answer> answer = Answering.of(sighting, observed, person);
        if (answer.isPresent()) {
            person = step(desk, person, setup.lifecycle().answer(person.journey(), answer.get()));
        }
        return person;
    }

    /** A response is known by its campaign's name. */
    private static List<Touchpoint> named(Desk desk, Sighting sighting) {
        Optional<RecordRef> campaign =
                Optional.ofNullable(sighting.reading().references().get("campaign"));
        String name = campaign.flatMap(desk::owner)
                .map(id -> desk.state(id).value("name").text())
                .orElse("");
        return sighting.reading().touches().stream()
                .map(touch -> new Touchpoint(
                        touch.id(),
                        touch.type(),
                        touch.channel(),
                        name.isEmpty() ? touch.label() : name,
                        campaign.or(touch::campaign),
                        touch.occurredAt(),
                        touch.precise(),
                        touch.source()))
                .toList();
    }

    private static AggregateState touches(AggregateState person, List<Touchpoint> more) {
        Map<String, Touchpoint> all = new LinkedHashMap<>();
        person.touches().forEach(touch -> all.put(touch.id(), touch));
        more.forEach(touch -> all.putIfAbsent(touch.id(), touch));
        return all.size() == person.touches().size()
                ? person
                : person.withTouches(
                        all.values().stream().sorted(Touchpoint.ORDER).toList());
    }

    private static AggregateState relations(AggregateState person, Sighting sighting) {
        RecordRef company = sighting.reading().references().get("company");
        if (company == null) {
            return person;
        }
        List<RecordRef> all = new ArrayList<>(person.relations().getOrDefault("company", List.of()));
        all.removeIf(known -> known.connection().equals(company.connection()));
        all.add(company);
        return all.equals(person.relations().get("company"))
                ? person
                : person.withRelation("company", all.stream().sorted().toList())
                        .withFact(
                                "companyRef",
                                new Fact(
                                        new FieldValue.Text(company.toString()),
                                        Optional.of(sighting.record().ref()),
                                        sighting.record().changedAt(),
                                        sighting.record().changedAt(),
                                        sighting.record().changedAt(),
                                        "tied by the vendor",
                                        sighting.mapping().where().toString()));
    }

    private AggregateState retire(Desk desk, AggregateState person, Sighting sighting, Retired retired) {
        RecordRef ref = sighting.record().ref();
        Facet facet = person.facets().get(ref);
        Instant at = sighting.record().changedAt();
        if (facet == null || !facet.isInUse()) {
            return person;
        }
        if (retired instanceof Retired.MergedInto merged) {
            AggregateState gone = person.withFacet(facet.as(Standing.RETIRED, Optional.of(merged.survivor())));
            return survivor(desk, gone, merged.survivor(), facet);
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
            AggregateState answered = step(desk, gone, setup.lifecycle().answer(gone.journey(), said));
            return survivor(desk, answered, contact, Facet.unseen(contact, "", Standing.PRIMARY));
        }
        AggregateState deleted =
                person.withFacet(facet.as(Standing.DELETED, Optional.empty()).read(facet.readVersion(), at));
        return sighting.connected().role() == Role.CRM
                ? step(desk, deleted, setup.lifecycle().deletedInCrm(deleted.journey(), at))
                : deleted;
    }

    /** The record that took this one's place belongs to this person; if it has another one, both persons become one. */
    private AggregateState survivor(Desk desk, AggregateState person, RecordRef survivor, Facet before) {
        Optional<AggregateId> owner = desk.owner(survivor);
        if (owner.isEmpty()) {
            Slot slot = new Slot(survivor.connection(), survivor.type(), "");
            desk.put(new Link(slot, "", Optional.of(survivor.id()), person.id(), 0));
            desk.put(new InternalChange(InternalChange.Kind.READ_AGAIN, person.id(), survivor.toString(), desk.now()));
            return person.withFacet(successor(survivor, before));
        }
        if (owner.get().equals(person.id())) {
            return person.facets().containsKey(survivor) ? person : person.withFacet(successor(survivor, before));
        }
        return merge.merge(desk, person, desk.state(owner.get()));
    }

    /** A record that took another's place goes on from what was agreed about that one. */
    private static Facet successor(RecordRef survivor, Facet before) {
        return new Facet(survivor, "", Standing.PRIMARY, 0, 0, before.changedAt(), before.agreed(), Optional.empty());
    }

    private AggregateState consent(AggregateState person, Instant now) {
        return person.value("emailOptOut").equals(TRUE) && person.journey().cycle() > 0
                ? person.withJourney(
                        setup.lifecycle().suppress(person.journey(), now).journey())
                : person;
    }

    private AggregateState clock(AggregateState person, Instant now) {
        Lifecycle lifecycle = setup.lifecycle();
        Journey expired = lifecycle.expire(person.journey(), now).journey();
        return person.withJourney(expired);
    }

    private AggregateState judge(Desk desk, AggregateState person) {
        LifecycleState state = person.journey().state();
        boolean waiting = state == LifecycleState.INQUIRY
                || state == LifecycleState.NURTURE
                || state == LifecycleState.DISQUALIFIED
                || state == LifecycleState.DATA_FIX;
        if (!waiting
                || person.value("emailOptOut").equals(TRUE)
                || person.value("internal").equals(TRUE)) {
            return person;
        }
        Evaluation evaluation = setup.rule().evaluate(views.facts(desk, person), person.touches(), desk.now());
        AggregateState judged = verdict(person, evaluation, desk.now());
        if (evaluation.qualified() == Truth.TRUE) {
            if (person.value("email").isBlank()) {
                questions.withoutEmail(desk, person);
                return judged;
            }
            Qualification because = new Qualification(
                    setup.rule().label(),
                    why(evaluation),
                    evaluation.criteria(),
                    evaluation.handRaisedAt(),
                    evaluation.newestEngagement());
            judged = step(desk, judged, setup.lifecycle().qualify(judged.journey(), because, desk.now()));
        }
        return judged.withJourney(
                setup.lifecycle().looked(judged.journey(), desk.now()).journey());
    }

    private static String why(Evaluation evaluation) {
        return evaluation.handRaise()
                ? "asked to be contacted"
                : String.format(Locale.ROOT, "fit %.0f, engagement %.1f", evaluation.fit(), evaluation.engagement());
    }

    private static AggregateState verdict(AggregateState person, Evaluation evaluation, Instant now) {
        FieldValue value = new FieldValue.Text(evaluation.qualified().name());
        return person.value("qualified").equals(value)
                ? person
                : person.withFact(
                        "qualified",
                        new Fact(value, Optional.empty(), now, now, now, "the definition in force", "definitions"));
    }

    private AggregateState step(Desk desk, AggregateState person, Step step) {
        step.events().forEach(event -> {
            if (event instanceof Event.Refused refused) {
                questions.refused(desk, person, refused);
            }
            if (event instanceof Event.AnswerRecorded recorded
                    && recorded.answer().reason().equals(Optional.of(DUPLICATE))) {
                questions.duplicate(desk, person, recorded.cycle());
            }
        });
        return person.withJourney(step.journey());
    }
}
