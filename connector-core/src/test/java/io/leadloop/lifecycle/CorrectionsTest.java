package io.leadloop.lifecycle;

import static io.leadloop.lifecycle.Ways.LIFECYCLE;
import static io.leadloop.lifecycle.Ways.accept;
import static io.leadloop.lifecycle.Ways.accepted;
import static io.leadloop.lifecycle.Ways.decline;
import static io.leadloop.lifecycle.Ways.end;
import static io.leadloop.lifecycle.Ways.handRaise;
import static io.leadloop.lifecycle.Ways.handedOff;
import static io.leadloop.lifecycle.Ways.hours;
import static io.leadloop.lifecycle.Ways.minutes;
import static io.leadloop.lifecycle.Ways.path;
import static io.leadloop.lifecycle.Ways.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static Journey rejected(String reason) {
        return LIFECYCLE.answer(handedOff(), decline(reason, minutes(60))).journey();
    }

    private static boolean corrected(Step step) {
        return step.events().stream()
                .anyMatch(event -> event instanceof Event.AnswerRecorded recorded && recorded.corrected());
    }

    private static List<Answer> answers(Step step) {
        return step.journey().latest().orElseThrow().answers();
    }

    @Test
    void theAuthorMayTakeANoBackForFifteenMinutes() {
        Step step = LIFECYCLE.answer(rejected("F-SIZE"), accept(minutes(75)));
        assertThat(path(step)).isEqualTo("HANDED_OFF ACCEPTED");
        assertThat(step.events()).contains(new Event.CycleReopened(1));
        assertThat(corrected(step)).isTrue();
        assertThat(answers(step)).extracting(Answer::kind).containsExactly(Answer.Kind.DECLINE, Answer.Kind.ACCEPT);
        assertThat(step.journey().recycleAt()).isEmpty();
        assertThat(step.journey().open()).isPresent();
    }

    @Test
    void theAuthorMayUndoANoAndTheLeadWaitsAgain() {
        Step step = LIFECYCLE.undo(rejected("F-SIZE"), "marco", minutes(75));
        assertThat(path(step)).isEqualTo("HANDED_OFF");
        assertThat(answers(step)).isEmpty();
        assertThat(step.journey().open()).isPresent();
        assertThat(step.journey().recycleAt()).isEmpty();
        assertThat(step.journey().dueAt()).isEqualTo(handedOff().dueAt());
        assertThat(path(LIFECYCLE.answer(step.journey(), accept(minutes(76))))).isEqualTo("ACCEPTED");
    }

    @Test
    void anAcceptanceMayBeUndoneUntilWorkBegins() {
        Journey accepted = LIFECYCLE.answer(handedOff(), accept(minutes(60))).journey();
        Step step = LIFECYCLE.undo(accepted, "marco", minutes(61));
        assertThat(step.journey().state()).isEqualTo(LifecycleState.HANDED_OFF);
        assertThat(step.journey().latest().orElseThrow().acceptedAt()).isEmpty();
        assertThat(LIFECYCLE.undo(working(), "marco", minutes(61)).refused()).isTrue();
    }

    @Test
    void aNoAfterContactIsUndoneToTheAcceptanceBeforeIt() {
        Journey accepted = LIFECYCLE.answer(handedOff(), accept(minutes(60))).journey();
        Journey disqualified =
                LIFECYCLE.answer(accepted, decline("N-NONEED", minutes(62))).journey();
        Step step = LIFECYCLE.undo(disqualified, "marco", minutes(63));
        assertThat(step.journey().state()).isEqualTo(LifecycleState.ACCEPTED);
        assertThat(answers(step)).extracting(Answer::kind).containsExactly(Answer.Kind.ACCEPT);
    }

    @Test
    void nobodyElseMayUndoNorLaterNorACorrectionNorTwice() {
        Journey no = rejected("F-SIZE");
        Journey corrected = LIFECYCLE.answer(no, accept(minutes(70))).journey();
        Journey undone = LIFECYCLE.undo(no, "marco", minutes(61)).journey();
        assertThat(LIFECYCLE.undo(no, "ines", minutes(61)).refused()).isTrue();
        assertThat(LIFECYCLE.undo(no, "marco", minutes(76)).refused()).isTrue();
        assertThat(LIFECYCLE.undo(corrected, "marco", minutes(71)).refused()).isTrue();
        assertThat(LIFECYCLE.undo(undone, "marco", minutes(62)).refused()).isTrue();
        assertThat(LIFECYCLE.undo(rejected("X-OPTOUT"), "marco", minutes(61)).refused())
                .isTrue();
    }

    @Test
    void afterThatTheNoStands() {
        Step step = LIFECYCLE.answer(rejected("F-SIZE"), accept(minutes(76)));
        assertThat(step.refused()).isTrue();
        assertThat(step.journey()).isEqualTo(rejected("F-SIZE"));
    }

    @Test
    void aColleagueMayNotTakeItBackButAManagerMay() {
        Answer yes = new Answer(Answer.Kind.ACCEPT, Optional.empty(), "", Optional.empty(), "ines", minutes(70), "crm");
        assertThat(LIFECYCLE.answer(rejected("F-SIZE"), yes).refused()).isTrue();
        assertThat(LIFECYCLE.answerByManager(rejected("F-SIZE"), yes).journey().state())
                .isEqualTo(LifecycleState.ACCEPTED);
    }

    @Test
    void aManagerIsNotBoundToTheWindowUntilTheNextCycle() {
        Step late = LIFECYCLE.answerByManager(rejected("F-SIZE"), accept(hours(90)));
        assertThat(late.journey().state()).isEqualTo(LifecycleState.ACCEPTED);
        Journey second = LIFECYCLE
                .qualify(rejected("F-SIZE"), handRaise(hours(80)), hours(80))
                .journey();
        Step forSecond = LIFECYCLE.answerByManager(second, accept(hours(90)));
        assertThat(forSecond.journey().handoffs().get(0))
                .isEqualTo(second.handoffs().get(0));
    }

    @Test
    void anotherReasonReplacesTheFirstOneAndItsRoute() {
        Step step = LIFECYCLE.answer(rejected("F-SIZE"), decline("F-MARKET", minutes(65)));
        assertThat(path(step)).isEqualTo("HANDED_OFF REJECTED DISQUALIFIED");
        assertThat(end(step.journey())).isEqualTo(LifecycleState.DISQUALIFIED);
        assertThat(step.journey().latest().orElseThrow().reason()).contains(new ReasonCode("F-MARKET"));
        assertThat(answers(step)).hasSize(2);
        assertThat(corrected(step)).isTrue();
        assertThat(step.journey().recycleAt()).isEmpty();
    }

    @Test
    void aYesTakenBackAtOnceIsARejection() {
        Step step = LIFECYCLE.answer(accepted(), decline("F-SIZE", minutes(65)));
        assertThat(path(step)).isEqualTo("HANDED_OFF REJECTED NURTURE");
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.REJECTED);
        assertThat(step.events()).noneMatch(Event.CycleReopened.class::isInstance);
    }

    @Test
    void aReasonThatNeedsContactMeansThatContactWasHad() {
        Step step = LIFECYCLE.answer(accepted(), decline("N-NONEED", minutes(65)));
        assertThat(path(step)).isEqualTo("DISQUALIFIED");
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.DISQUALIFIED);
        assertThat(corrected(step)).isFalse();
    }

    @Test
    void aNoAfterWorkTakenBackLeadsToWork() {
        Journey out = LIFECYCLE.answer(working(), decline("N-NONEED", hours(3))).journey();
        Step step = LIFECYCLE.answer(out, Ways.say(Answer.Kind.WORK, hours(3).plusSeconds(60)));
        assertThat(path(step)).isEqualTo("WORKING");
        assertThat(step.journey().open().orElseThrow().acceptedAt()).contains(hours(1));
    }

    @Test
    void aReasonThatComesLaterCompletesTheAnswer() {
        Step step = LIFECYCLE.answer(rejected(""), decline("F-NONBUYER", hours(90)));
        assertThat(path(step)).isEqualTo("DISQUALIFIED");
        assertThat(answers(step)).hasSize(1);
        assertThat(answers(step).get(0).at()).isEqualTo(minutes(60));
        assertThat(answers(step).get(0).reason()).contains(new ReasonCode("F-NONBUYER"));
        assertThat(corrected(step)).isFalse();
        assertThat(end(step.journey())).isEqualTo(LifecycleState.DISQUALIFIED);
    }

    @Test
    void aLaterReasonOfTheSameRouteMovesTheDateOnly() {
        Step step = LIFECYCLE.answer(rejected(""), decline("F-SIZE", hours(90)));
        assertThat(path(step)).isEmpty();
        assertThat(step.journey().recycleAt()).contains(minutes(60).plus(Duration.ofDays(180)));
    }

    @Test
    void aDayThatComesLaterIsKept() {
        Journey undated =
                LIFECYCLE.answer(working(), decline("N-TIMING", hours(3))).journey();
        LocalDate june = LocalDate.parse("2026-06-01");
        Step step = LIFECYCLE.answer(undated, decline("N-TIMING", "", Optional.of(june), "marco", hours(50)));
        assertThat(step.journey().dueAt()).contains(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(step.events()).noneMatch(Event.Asked.class::isInstance);
    }

    @Test
    void consentIsNotGivenBackByACorrection() {
        assertThat(LIFECYCLE.answer(rejected("X-OPTOUT"), accept(minutes(65))).refused())
                .isTrue();
    }

    @Test
    void aCorrectedAnswerLeavesEveryMoveInTheBook() {
        Step step = LIFECYCLE.answer(rejected("F-SIZE"), accept(minutes(75)));
        assertThat(step.journey().moves())
                .extracting(move -> move.to().name())
                .containsExactly("QUALIFIED", "HANDED_OFF", "REJECTED", "NURTURE", "HANDED_OFF", "ACCEPTED");
    }
}
