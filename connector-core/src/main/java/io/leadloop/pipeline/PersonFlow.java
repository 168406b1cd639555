package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.intake.InternalChange;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.Step;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The way of a change through one person: what the records say, what sales said, where the lead stands, what to write. */
final class PersonFlow {

    private static final FieldValue TRUE = new FieldValue.Flag(true);

    private final Setup setup;
    private final Observe observe;
    private final PersonPlan plan;
    private final Deals deals;
    private final Entries entries;
    private final Questions questions;
    private final Steps steps;
    private final Retirement retirement;
    private final Judging judging;

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
        this.plan = plan;
        this.deals = deals;
        this.entries = entries;
        this.questions = questions;
        this.steps = new Steps(questions);
        this.retirement = new Retirement(setup, steps, questions);
        this.judging = new Judging(setup, views, steps, questions);
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
        person = judging.judge(desk, person);
        if (!person.journey().equals(before.journey())) {
            person = Aside.forget(setup, person);
        }
        desk.put(person);
        if (plan.isDelivered(desk, person) && !sightings.isEmpty()) {
            person = steps.take(desk, person, setup.lifecycle().delivered(person.journey(), desk.now()));
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

    private AggregateState take(Desk desk, AggregateState before, Sighting sighting) {
        if (sighting.mapping().kind() == Kind.TOUCHPOINT) {
            return Ties.touches(before, Ties.named(desk, sighting));
        }
        RecordRef ref = sighting.record().ref();
        String part = desk.link(ref).map(link -> link.slot().part()).orElse("");
        boolean afterHandoff =
                before.journey().open().flatMap(Handoff::deliveredAt).isPresent();
        Observed observed = observe.take(before, sighting, part, desk.open(before.id()), afterHandoff, desk.now());
        if (observed.stale()) {
            return before;
        }
        AggregateState seen = FormerAddresses.withdraw(desk, observed.state(), sighting);
        AggregateState person = Ties.relations(
                Ties.touches(
                        Addresses.keep(seen, sighting, desk.now()),
                        sighting.reading().touches()),
                sighting);
        questions.ask(desk, person, sighting, observed);
        if (sighting.record().retired().isPresent()) {
            return retirement.retire(
                    desk, person, sighting, sighting.record().retired().get());
        }
        if (sighting.connected().role() != Role.CRM || observed.said().isEmpty()) {
            return person;
        }
        Optional<Answer> answer = Answering.of(sighting, observed, person);
        Step step = answer.map(given -> setup.lifecycle().answer(person.journey(), given))
                .orElseGet(() -> Answering.unheard(observed.said(), person));
        AggregateState after = steps.take(desk, person, step);
        String where = sighting.mapping().where().toString();
        AggregateState agreed = answer.map(given -> OptOut.said(after, given, Optional.of(ref), where))
                .orElse(after);
        return answer.isPresent() && !step.refused()
                ? agreed
                : Aside.keep(before, agreed, sighting, observed.said(), desk.now());
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
}
