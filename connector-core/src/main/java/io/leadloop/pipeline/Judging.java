package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Truth;
import io.leadloop.definition.Evaluation;
import io.leadloop.lifecycle.Qualification;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Is this person a lead, by the rule in force? Asked of everybody who waits for a cycle. */
final class Judging {

    private static final FieldValue TRUE = new FieldValue.Flag(true);

    private final Setup setup;
    private final PersonViews views;
    private final Steps steps;
    private final Questions questions;

    Judging(Setup setup, PersonViews views, Steps steps, Questions questions) {
        this.setup = setup;
        this.views = views;
        this.steps = steps;
        this.questions = questions;
    }

    AggregateState judge(Desk desk, AggregateState person) {
        LifecycleState state = person.journey().state();
        boolean waiting = state == LifecycleState.INQUIRY
                || state == LifecycleState.NURTURE
                || state == LifecycleState.DISQUALIFIED
                || state == LifecycleState.DATA_FIX;
        if (!waiting
                || !Told.isTold(setup, person)
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
            judged = steps.take(desk, judged, setup.lifecycle().qualify(judged.journey(), because, desk.now()));
        }
        return judged.withJourney(
                setup.lifecycle().looked(judged.journey(), desk.now()).journey());
    }

    private static String why(Evaluation evaluation) {
        if (evaluation.handRaise()) {
            return "asked to be contacted";
        }
        return evaluation.fit() == 0 && evaluation.engagement() == 0
                ? "meets what marketing and sales agreed"
                : String.format(
                        Locale.ROOT,
                        "%.0f points for who they are, %.0f for what they did",
                        evaluation.fit(),
                        evaluation.engagement());
    }

    private static AggregateState verdict(AggregateState person, Evaluation evaluation, Instant now) {
        FieldValue value = new FieldValue.Text(evaluation.qualified().name());
        return person.value("qualified").equals(value)
                ? person
                : person.withFact(
                        "qualified",
                        new Fact(value, Optional.empty(), now, now, now, "the definition in force", "definitions"));
    }
}
