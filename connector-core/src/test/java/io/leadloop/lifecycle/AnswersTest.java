package io.leadloop.lifecycle;

import static io.leadloop.lifecycle.Ways.LIFECYCLE;
import static io.leadloop.lifecycle.Ways.MONDAY_NOON;
import static io.leadloop.lifecycle.Ways.accept;
import static io.leadloop.lifecycle.Ways.accepted;
import static io.leadloop.lifecycle.Ways.decline;
import static io.leadloop.lifecycle.Ways.end;
import static io.leadloop.lifecycle.Ways.handedOff;
import static io.leadloop.lifecycle.Ways.hours;
import static io.leadloop.lifecycle.Ways.path;
import static io.leadloop.lifecycle.Ways.qualified;
import static io.leadloop.lifecycle.Ways.say;
import static io.leadloop.lifecycle.Ways.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @Test
    void acceptedStopsTheClock() {
        Step step = LIFECYCLE.answer(handedOff(), accept(hours(1)));
        assertThat(path(step)).isEqualTo("ACCEPTED");
        assertThat(step.journey().dueAt()).isEmpty();
        assertThat(step.journey().open().orElseThrow().acceptedAt()).contains(hours(1));
    }

    @Test
    void aConversionThatIsReadAfterItsDealSaysNothingNew() {
        Journey withDeal = LIFECYCLE.opportunity(working(), hours(3)).journey();

        Step step = LIFECYCLE.answer(withDeal, say(Answer.Kind.CONVERTED, hours(3)));

        assertThat(withDeal.state()).isEqualTo(LifecycleState.OPPORTUNITY);
        assertThat(step.events()).isEmpty();
    }

    @Test
    void aNoThatCrossedAWithdrawalCountsAndTheLeadStaysSuppressed() {
        Journey suppressed = LIFECYCLE.suppress(handedOff(), hours(2)).journey();

        Step step = LIFECYCLE.answer(suppressed, decline("F-SIZE", hours(1)));

        assertThat(step.journey().state()).isEqualTo(LifecycleState.SUPPRESSED);
        assertThat(step.journey().latest().orElseThrow().reason()).contains(new ReasonCode("F-SIZE"));
        assertThat(step.refused()).isFalse();
    }

    @Test
    void aNoLongAfterAWithdrawalComesTooLate() {
        Journey suppressed = LIFECYCLE.suppress(handedOff(), hours(2)).journey();

        Step step = LIFECYCLE.answer(suppressed, decline("F-SIZE", hours(3)));

        assertThat(step.refused()).isTrue();
        assertThat(step.journey()).isEqualTo(suppressed);
    }

    @Test
    void skippedStepsAreFilledInAndSaySo() {
        assertThat(path(LIFECYCLE.answer(handedOff(), say(Answer.Kind.WORK, hours(1)))))
                .isEqualTo("accepted WORKING");
        assertThat(path(LIFECYCLE.answer(handedOff(), say(Answer.Kind.CONVERTED, hours(1)))))
                .isEqualTo("accepted working SALES_QUALIFIED");
        assertThat(path(LIFECYCLE.answer(working(), say(Answer.Kind.CONVERTED, hours(3)))))
                .isEqualTo("SALES_QUALIFIED");
    }

    @Test
    void anAnswerBeforeDeliveryWasSettledMeansThatItHadArrived() {
        Step step = LIFECYCLE.answer(qualified(), accept(hours(1)));
        assertThat(path(step)).isEqualTo("handed_off ACCEPTED");
        assertThat(step.journey().open().orElseThrow().deliveredAt()).contains(hours(1));
        assertThat(LIFECYCLE.delivered(step.journey(), hours(2)).events()).isEmpty();
    }

    @ParameterizedTest(name = "{0} before contact: {1}, the hand-off keeps {2}")
    @CsvSource({
        "F-ENGAGE, REJECTED NURTURE, NURTURE",
        "F-MARKET, REJECTED DISQUALIFIED, DISQUALIFIED",
        "R-DUP, REJECTED DATA_FIX, DATA_FIX",
        "R-TERR, REJECTED REROUTED NURTURE, REROUTED",
        "X-OPTOUT, SUPPRESSED, SUPPRESSED",
    })
    void aNoBeforeContactIsARejectionAndTheReasonSaysWhatFollows(String code, String path, LifecycleState end) {
        Step step = LIFECYCLE.answer(handedOff(), decline(code, hours(1)));
        assertThat(path(step)).isEqualTo(path);
        assertThat(end(step.journey())).isEqualTo(end);
        assertThat(step.journey().open()).isEmpty();
        assertThat(step.events()).contains(new Event.CycleClosed(1, end, Optional.of(new ReasonCode(code))));
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.REJECTED);
    }

    @ParameterizedTest(name = "{0} after contact: {1}, the hand-off keeps {2}")
    @CsvSource({
        "F-SIZE, NURTURE, NURTURE",
        "N-NONEED, DISQUALIFIED, DISQUALIFIED",
        "R-CUSTOMER, REROUTED NURTURE, REROUTED",
        "X-OPTOUT, SUPPRESSED, SUPPRESSED",
    })
    void aNoAfterContactIsNoRejection(String code, String path, LifecycleState end) {
        Step step = LIFECYCLE.answer(working(), decline(code, hours(3)));
        assertThat(path(step)).isEqualTo(path);
        assertThat(end(step.journey())).isEqualTo(end);
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.DISQUALIFIED);
    }

    @Test
    void aReasonsDelayBeatsTheCoolDown() {
        Journey engage =
                LIFECYCLE.answer(handedOff(), decline("F-ENGAGE", hours(1))).journey();
        Journey territory =
                LIFECYCLE.answer(handedOff(), decline("R-TERR", hours(1))).journey();
        assertThat(engage.recycleAt()).contains(hours(1).plus(Duration.ofDays(45)));
        assertThat(territory.recycleAt()).contains(hours(1).plus(Duration.ofDays(30)));
        assertThat(engage.dueAt()).isEmpty();
    }

    @Test
    void aNoWithoutAReasonIsCountedAndAskedOnce() {
        Step step = LIFECYCLE.answer(handedOff(), decline("", hours(1)));
        assertThat(path(step)).isEqualTo("REJECTED NURTURE");
        assertThat(step.journey().latest().orElseThrow().reason()).contains(ReasonCode.NO_REASON);
        assertThat(step.events()).contains(new Event.Asked(1, Set.of(Ask.REASON)));
        assertThat(LIFECYCLE.answer(step.journey(), decline("", hours(2))).events())
                .isEmpty();
    }

    @Test
    void noneOfTheseFitIsAnAnswerIfItComesWithWords() {
        Step step = LIFECYCLE.answer(
                handedOff(), decline("S-NOREASON", "their group buys centrally", Optional.empty(), "marco", hours(1)));
        assertThat(step.events()).noneMatch(Event.Asked.class::isInstance);
        assertThat(step.journey().latest().orElseThrow().answer().orElseThrow().comment())
                .contains("centrally");
    }

    @Test
    void whatAReasonNeedsIsAskedFor() {
        Step timing = LIFECYCLE.answer(working(), decline("N-TIMING", hours(3)));
        Step competitor = LIFECYCLE.answer(working(), decline("O-COMPETITOR", hours(3)));
        assertThat(timing.events()).contains(new Event.Asked(1, Set.of(Ask.DATE)));
        assertThat(competitor.events()).contains(new Event.Asked(1, Set.of(Ask.COMMENT)));
    }

    @Test
    void aReasonOfTheOtherPhaseCountsButIsNoted() {
        Step step = LIFECYCLE.answer(handedOff(), decline("N-NONEED", hours(1)));
        assertThat(path(step)).isEqualTo("REJECTED DISQUALIFIED");
        assertThat(step.events()).contains(new Event.Noted(1, "N-NONEED is no reason before contact"));
    }

    @Test
    void anUnknownCodeCountsButIsNoted() {
        Step step = LIFECYCLE.answer(handedOff(), decline("Z-OLD", hours(1)));
        assertThat(path(step)).isEqualTo("REJECTED NURTURE");
        assertThat(step.events()).contains(new Event.Noted(1, "Z-OLD is not in the catalogue"));
    }

    @Test
    void anAnswerWithoutAHandOffIsListedAndMovesNothing() {
        Step step = LIFECYCLE.answer(Journey.START, accept(hours(1)));
        assertThat(step.refused()).isTrue();
        assertThat(step.journey()).isEqualTo(Journey.START);
    }

    @Test
    void aStepBackWithinACycleIsListedAndMovesNothing() {
        Step step = LIFECYCLE.answer(working(), accept(hours(3)));
        assertThat(step.events())
                .containsExactly(new Event.Refused(
                        LifecycleState.WORKING, LifecycleState.ACCEPTED, "there is no way back within a cycle"));
        assertThat(step.journey()).isEqualTo(working());
    }

    @Test
    void aDealIsNotDeclinedButLost() {
        Journey deal = LIFECYCLE.opportunity(working(), hours(4)).journey();
        assertThat(LIFECYCLE.answer(deal, decline("N-NONEED", hours(5))).refused())
                .isTrue();
    }

    @Test
    void theSameAnswerReadTwiceIsOneAnswer() {
        assertThat(LIFECYCLE.answer(accepted(), accept(hours(1))).events()).isEmpty();
        Journey rejected =
                LIFECYCLE.answer(handedOff(), decline("F-SIZE", hours(1))).journey();
        assertThat(LIFECYCLE.answer(rejected, decline("F-SIZE", hours(1))).events())
                .isEmpty();
        assertThat(LIFECYCLE.answer(rejected, decline("", hours(9))).events()).isEmpty();
    }

    @Test
    void aClockThatLagsDoesNotAnswerBeforeTheHandOff() {
        Step step = LIFECYCLE.answer(handedOff(), accept(MONDAY_NOON.minusSeconds(20)));
        assertThat(step.journey().open().orElseThrow().acceptedAt()).contains(MONDAY_NOON);
    }

    @Test
    void silenceExpiresAfterTheGraceAndNotBefore() {
        Instant expiry = Instant.parse("2026-03-03T14:00:00Z");
        assertThat(LIFECYCLE.expire(handedOff(), expiry.minusSeconds(1)).events())
                .isEmpty();
        Step step = LIFECYCLE.expire(handedOff(), expiry.plusSeconds(600));
        assertThat(path(step)).isEqualTo("EXPIRED NURTURE");
        assertThat(end(step.journey())).isEqualTo(LifecycleState.EXPIRED);
        assertThat(step.journey().latest().orElseThrow().closedAt()).contains(expiry);
        assertThat(step.journey().latest().orElseThrow().reason()).contains(ReasonCode.EXPIRED);
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.EXPIRED);
        assertThat(LIFECYCLE.expire(step.journey(), expiry.plusSeconds(900)).events())
                .isEmpty();
    }

    @Test
    void whoAcceptedInTimeDoesNotExpire() {
        assertThat(LIFECYCLE.expire(accepted(), hours(500)).events()).isEmpty();
    }

    @Test
    void anAnswerAfterExpiryIsListed() {
        Journey expired = LIFECYCLE.expire(handedOff(), hours(48)).journey();
        assertThat(LIFECYCLE.answer(expired, accept(hours(49))).refused()).isTrue();
    }

    @Test
    void anAnswerInTimeThatIsReadLateTakesTheExpiryBack() {
        Journey expired = LIFECYCLE.expire(handedOff(), hours(48)).journey();
        Step step = LIFECYCLE.answer(expired, accept(hours(3)));
        assertThat(step.journey().state()).isEqualTo(LifecycleState.ACCEPTED);
        assertThat(step.events()).contains(new Event.CycleReopened(1));
    }
}
