package io.leadloop.app.http;

import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.lifecycle.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A hand-off.
 *
 * @param id the person's id and the cycle; when two persons become one, the cycles are numbered anew
 * @param answers oldest first; the last one counts
 */
record HandoffDocument(
        String id,
        String person,
        int cycle,
        LifecycleState state,
        Decision decision,
        String owner,
        String definition,
        String why,
        Instant qualifiedAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> answerBy,
        Optional<Instant> acceptedAt,
        Optional<Instant> closedAt,
        List<CriterionResult> evidence,
        List<Said> answers) {

    record Said(
            Answer.Kind kind,
            Optional<String> reason,
            Optional<String> label,
            Optional<String> comment,
            Optional<LocalDate> revisitOn,
            String by,
            Instant at,
            String origin) {}

    static HandoffDocument of(HandoffSearch.Found found, ReasonCatalogue reasons) {
        Handoff handoff = found.handoff();
        return new HandoffDocument(
                found.id(),
                found.person().id().value(),
                handoff.cycle(),
                handoff.state(),
                Decision.of(handoff),
                found.person().value("owner").text(),
                handoff.definition(),
                handoff.why(),
                handoff.qualifiedAt(),
                handoff.deliveredAt(),
                handoff.answerBy(),
                handoff.acceptedAt(),
                handoff.closedAt(),
                handoff.evidence(),
                handoff.answers().stream().map(answer -> said(answer, reasons)).toList());
    }

    private static Said said(Answer answer, ReasonCatalogue reasons) {
        return new Said(
                answer.kind(),
                answer.reason().map(ReasonCode::value),
                answer.reason().flatMap(reasons::find).map(Reason::label),
                Optional.of(answer.comment()).filter(text -> !text.isEmpty()),
                answer.revisitOn(),
                answer.called(),
                answer.at(),
                answer.origin());
    }
}
