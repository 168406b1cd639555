package io.leadloop.lifecycle;

import static io.leadloop.lifecycle.Ways.LIFECYCLE;
import static io.leadloop.lifecycle.Ways.days;
import static io.leadloop.lifecycle.Ways.decline;
import static io.leadloop.lifecycle.Ways.end;
import static io.leadloop.lifecycle.Ways.handedOff;
import static io.leadloop.lifecycle.Ways.hours;
import static io.leadloop.lifecycle.Ways.path;
import static io.leadloop.lifecycle.Ways.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DealsTest {

    private static Journey deal() {
        return LIFECYCLE.opportunity(working(), hours(4)).journey();
    }

    @Test
    void aDealFillsInWhatNobodyReported() {
        assertThat(path(LIFECYCLE.opportunity(handedOff(), hours(4))))
                .isEqualTo("accepted working sales_qualified OPPORTUNITY");
    }

    @Test
    void aDealWithoutAHandOffIsListed() {
        assertThat(LIFECYCLE.opportunity(Journey.START, hours(1)).refused()).isTrue();
    }

    @Test
    void wonEndsTheCycle() {
        Step step = LIFECYCLE.won(deal(), days(20));
        assertThat(path(step)).isEqualTo("WON");
        assertThat(step.events()).contains(new Event.CycleClosed(1, LifecycleState.WON, Optional.empty()));
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.ACCEPTED);
        assertThat(LIFECYCLE.won(step.journey(), days(21)).events()).isEmpty();
    }

    @Test
    void wonBeforeAnyoneSawTheDealIsWonAllTheSame() {
        assertThat(path(LIFECYCLE.won(working(), days(20)))).isEqualTo("sales_qualified opportunity WON");
    }

    @Test
    void lostLeadsToNurtureAndIsNoRejection() {
        Step step = LIFECYCLE.lost(deal(), Optional.of(new ReasonCode("N-NONEED")), days(20));
        assertThat(path(step)).isEqualTo("LOST NURTURE");
        assertThat(end(step.journey())).isEqualTo(LifecycleState.LOST);
        assertThat(step.journey().recycleAt()).contains(days(20 + 365));
        assertThat(step.journey().latest().orElseThrow().reason()).isEmpty();
        assertThat(Decision.of(step.journey().latest().orElseThrow())).isEqualTo(Decision.ACCEPTED);
        assertThat(LIFECYCLE.lost(step.journey(), Optional.empty(), days(21)).events())
                .isEmpty();
    }

    @Test
    void lostWithoutAReasonCoolsDown() {
        assertThat(LIFECYCLE.lost(deal(), Optional.empty(), days(20)).journey().recycleAt())
                .contains(days(50));
    }

    @Test
    void withdrawnConsentEndsEverythingFromAnyState() {
        for (Journey journey : new Journey[] {Journey.START, handedOff(), working(), deal()}) {
            Step step = LIFECYCLE.suppress(journey, days(1));
            assertThat(path(step)).isEqualTo("SUPPRESSED");
            assertThat(step.journey().open()).isEmpty();
            assertThat(step.journey().dueAt()).isEmpty();
            assertThat(LIFECYCLE.suppress(step.journey(), days(2)).events()).isEmpty();
        }
    }

    @Test
    void aDeletedLeadIsANoWithoutAReasonAndNobodyIsAsked() {
        Step step = LIFECYCLE.deletedInCrm(handedOff(), hours(1));
        assertThat(path(step)).isEqualTo("REJECTED NURTURE");
        assertThat(step.events()).noneMatch(Event.Asked.class::isInstance);
        assertThat(step.journey().latest().orElseThrow().answer().orElseThrow().origin())
                .isEqualTo("delete");
        assertThat(step.journey().latest().orElseThrow().reason()).contains(ReasonCode.NO_REASON);
    }

    @Test
    void aLeadDeletedAfterItsAnswerSaysNothingNew() {
        Journey rejected =
                LIFECYCLE.answer(handedOff(), decline("F-SIZE", hours(1))).journey();
        assertThat(LIFECYCLE.deletedInCrm(rejected, hours(2)).events()).isEmpty();
    }
}
