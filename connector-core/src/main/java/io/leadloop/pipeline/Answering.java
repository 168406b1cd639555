package io.leadloop.pipeline;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.Role;
import io.leadloop.lifecycle.Event;
import io.leadloop.lifecycle.Step;
import io.leadloop.mapping.AnswerSignal;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an answer out of what somebody else changed in the CRM's status, reason, comment or date. */
final class Answering {

    /** What stands for a reason where nobody chose one. */
    private static final Set<ReasonCode> NO_CHOICE = Set.of(ReasonCode.NO_REASON, ReasonCode.EXPIRED);

    private Answering() {}

    static Optional<Answer> of(Sighting sighting, Observed observed, AggregateState person) {
        boolean earlierCycle = sighting.mapping().kind() == Kind.HANDOFF && !isOfLatest(sighting, person);
        if (sighting.connected().role() != Role.CRM || observed.said().isEmpty() || earlierCycle) {
            return Optional.empty();
        }
        Map<String, FieldValue> values = sighting.reading().values();
        return kind(sighting, observed, person).map(kind -> {
            boolean decline = kind == Answer.Kind.DECLINE;
            return new Answer(
                    kind,
                    decline ? reason(observed.said(), values, person) : Optional.empty(),
                    values.getOrDefault("comment", FieldValue.BLANK).text(),
                    decline ? day(values) : Optional.empty(),
                    person.value("owner").text(),
                    person.value("ownerName").text(),
                    sighting.record().changedAt(),
                    "crm");
        });
    }

    /**
     * A status that is no answer and not where the lead stands: nothing moves, and it is listed. Before the hand-off is
     * delivered it is the org's own first status.
     */
    static Step unheard(Map<String, FieldValue> said, AggregateState person) {
        Journey journey = person.journey();
        FieldValue status = said.getOrDefault("leadStatus", FieldValue.BLANK);
        boolean listed = journey.cycle() > 0
                && journey.state() != LifecycleState.QUALIFIED
                && !status.isBlank()
                && !status.text().equals(journey.state().name());
        return new Step(
                journey,
                listed
                        ? List.of(new Event.Refused(
                                journey.state(), LifecycleState.valueOf(status.text()), "it is no answer"))
                        : List.of());
    }

    private static boolean isOfLatest(Sighting sighting, AggregateState person) {
        Facet row = person.facets().get(sighting.record().ref());
        return row != null
                && person.journey()
                        .latest()
                        .filter(handoff -> row.part().equals(HandoffPlan.part(handoff)))
                        .isPresent();
    }

    private static Optional<Answer.Kind> kind(Sighting sighting, Observed observed, AggregateState person) {
        Map<String, FieldValue> said = observed.said();
        if (!said.getOrDefault("reason", FieldValue.BLANK).isBlank()) {
            return Optional.of(Answer.Kind.DECLINE);
        }
        if (said.containsKey("leadStatus")) {
            return sighting.reading().signal().map(AnswerSignal::kind);
        }
        boolean completes = said.containsKey("comment") || said.containsKey("revisitOn");
        return completes
                ? person.journey()
                        .latest()
                        .flatMap(Handoff::answer)
                        .map(Answer::kind)
                        .filter(kind -> kind == Answer.Kind.DECLINE)
                : Optional.empty();
    }

    /** What stands in the record from before gives no reason once another was given elsewhere: we have yet to write that. */
    private static Optional<ReasonCode> reason(
            Map<String, FieldValue> said, Map<String, FieldValue> values, AggregateState person) {
        FieldValue reason = values.getOrDefault("reason", FieldValue.BLANK);
        boolean outdated = !said.containsKey("reason") && hasReason(person);
        return outdated || reason.isBlank() ? Optional.empty() : Optional.of(new ReasonCode(reason.text()));
    }

    private static boolean hasReason(AggregateState person) {
        return person.journey()
                .latest()
                .flatMap(Handoff::answer)
                .flatMap(Answer::reason)
                .filter(reason -> !NO_CHOICE.contains(reason))
                .isPresent();
    }

    private static Optional<LocalDate> day(Map<String, FieldValue> values) {
        return values.get("revisitOn") instanceof FieldValue.Day day ? Optional.of(day.value()) : Optional.empty();
    }
}
