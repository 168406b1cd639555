package io.leadloop.lifecycle;

import static io.leadloop.lifecycle.Ways.LIFECYCLE;
import static io.leadloop.lifecycle.Ways.MONDAY_NOON;
import static io.leadloop.lifecycle.Ways.days;
import static io.leadloop.lifecycle.Ways.decline;
import static io.leadloop.lifecycle.Ways.handRaise;
import static io.leadloop.lifecycle.Ways.handedOff;
import static io.leadloop.lifecycle.Ways.hours;
import static io.leadloop.lifecycle.Ways.newsOf;
import static io.leadloop.lifecycle.Ways.path;
import static io.leadloop.lifecycle.Ways.qualified;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static String waitsFor(Step step) {
        assertThat(step.changed()).isFalse();
        assertThat(step.events()).hasSize(1);
        return ((Event.Waiting) step.events().get(0)).why();
    }

    private static Journey rejected(String reason) {
        return LIFECYCLE.answer(handedOff(), decline(reason, hours(1))).journey();
    }

    @Test
    void theFirstCycleOpensWithWhatWasSeen() {
        CriterionResult size = new CriterionResult("size", "", Truth.TRUE, "240 employees", 30, true);
        Step step = LIFECYCLE.qualify(
                Journey.START,
                new Qualification("mql v7", "fit 60", List.of(size), Optional.empty(), Optional.empty()),
                MONDAY_NOON);
        assertThat(path(step)).isEqualTo("QUALIFIED");
        assertThat(step.events()).contains(new Event.CycleOpened(1));
        assertThat(step.journey().open()).hasValueSatisfying(open -> {
            assertThat(open.cycle()).isEqualTo(1);
            assertThat(open.definition()).isEqualTo("mql v7");
            assertThat(open.evidence()).containsExactly(size);
            assertThat(open.qualifiedAt()).isEqualTo(MONDAY_NOON);
            assertThat(open.deliveredAt()).isEmpty();
        });
    }

    @Test
    void aSecondQualificationOfAnOpenHandOffChangesNothing() {
        assertThat(LIFECYCLE.qualify(qualified(), handRaise(days(1)), days(1)).events())
                .isEmpty();
        assertThat(LIFECYCLE.qualify(handedOff(), newsOf(days(1)), days(1)).events())
                .isEmpty();
    }

    @Test
    void deliveryStartsTheAnswerClock() {
        Step step = LIFECYCLE.delivered(qualified(), MONDAY_NOON);
        Instant tuesdayNoon = Instant.parse("2026-03-03T12:00:00Z");
        assertThat(path(step)).isEqualTo("HANDED_OFF");
        assertThat(step.events()).contains(new Event.Delivered(1, tuesdayNoon));
        assertThat(step.journey().open().orElseThrow().answerBy()).contains(tuesdayNoon);
        assertThat(step.journey().dueAt()).contains(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @Test
    void deliveredTwiceIsDeliveredOnce() {
        assertThat(LIFECYCLE.delivered(handedOff(), hours(3)).events()).isEmpty();
    }

    @Test
    void withdrawnBeforeDeliveryTheLeadIsNurtured() {
        Step step = LIFECYCLE.withdraw(qualified(), "fell below the definition", hours(1));
        assertThat(path(step)).isEqualTo("NURTURE");
        assertThat(step.journey().open()).isEmpty();
        assertThat(LIFECYCLE.withdraw(handedOff(), "too late", hours(1)).events())
                .isEmpty();
    }

    @Test
    void aRecycledLeadWaitsForTheCoolDown() {
        Journey nurtured = rejected("F-ENGAGE");
        assertThat(waitsFor(LIFECYCLE.qualify(nurtured, newsOf(days(40)), days(40))))
                .contains("cool-down");
        assertThat(waitsFor(LIFECYCLE.qualify(nurtured, newsOf(days(44)), days(46))))
                .contains("no engagement");
        Step back = LIFECYCLE.qualify(nurtured, newsOf(days(46)), days(46));
        assertThat(path(back)).isEqualTo("QUALIFIED");
        assertThat(back.journey().cycle()).isEqualTo(2);
    }

    @Test
    void aHandRaiseEndsTheCoolDown() {
        Step back = LIFECYCLE.qualify(rejected("F-ENGAGE"), handRaise(days(2)), days(2));
        assertThat(back.journey().state()).isEqualTo(LifecycleState.QUALIFIED);
        assertThat(back.journey().recycleAt()).isEmpty();
    }

    @Test
    void aHandRaiseThatTheLastCycleAnsweredIsNoNewOne() {
        Step bounce = LIFECYCLE.qualify(rejected("F-ENGAGE"), handRaise(MONDAY_NOON), days(2));
        assertThat(waitsFor(bounce)).contains("cool-down");
    }

    @Test
    void theBuyersOwnDayBringsTheLeadBackOnceAndNotBefore() {
        LocalDate june = LocalDate.parse("2026-06-01");
        Journey nurtured = LIFECYCLE
                .answer(handedOff(), decline("N-TIMING", "", Optional.of(june), "marco", hours(1)))
                .journey();
        Instant day = Instant.parse("2026-06-01T00:00:00Z");
        assertThat(nurtured.recycleAt()).contains(day);
        assertThat(nurtured.dueAt()).contains(day);
        assertThat(waitsFor(LIFECYCLE.qualify(nurtured, newsOf(days(1)), day.minusSeconds(1))))
                .contains("cool-down");
        assertThat(LIFECYCLE.qualify(nurtured, newsOf(days(1)), day).journey().cycle())
                .isEqualTo(2);
        Journey looked = LIFECYCLE.looked(nurtured, day).journey();
        assertThat(looked.dueAt()).isEmpty();
        assertThat(waitsFor(LIFECYCLE.qualify(looked, newsOf(days(1)), day))).contains("no engagement");
    }

    @Test
    void aDayThatHasNotComeIsStillLookedAt() {
        assertThat(LIFECYCLE.looked(handedOff(), days(30)).journey()).isEqualTo(handedOff());
    }

    @Test
    void lockedUntilADayComesBackFourMonthsBefore() {
        Journey nurtured = LIFECYCLE
                .answer(
                        handedOff(),
                        decline("O-LOCKED", "", Optional.of(LocalDate.parse("2026-12-31")), "marco", hours(1)))
                .journey();
        assertThat(nurtured.recycleAt()).contains(Instant.parse("2026-09-02T00:00:00Z"));
    }

    @Test
    void disqualifiedPeopleComeBackOnlyByAHandRaise() {
        Journey out = rejected("F-MARKET");
        assertThat(waitsFor(LIFECYCLE.qualify(out, newsOf(days(300)), days(300))))
                .contains("only a hand-raise");
        Step back = LIFECYCLE.qualify(out, handRaise(days(2)), days(2));
        assertThat(path(back)).isEqualTo("inquiry QUALIFIED");
    }

    @Test
    void disqualifiedForAYearIsNotForEver() {
        Journey out = rejected("N-NONEED");
        assertThat(out.state()).isEqualTo(LifecycleState.DISQUALIFIED);
        assertThat(waitsFor(LIFECYCLE.qualify(out, newsOf(days(300)), days(300))))
                .contains("cool-down");
        assertThat(path(LIFECYCLE.qualify(out, newsOf(days(366)), days(366)))).isEqualTo("inquiry QUALIFIED");
    }

    @Test
    void anExcludingReasonStopsEvenAHandRaise() {
        assertThat(waitsFor(LIFECYCLE.qualify(rejected("F-NONBUYER"), handRaise(days(90)), days(90))))
                .contains("excludes");
        assertThat(waitsFor(LIFECYCLE.qualify(rejected("R-CUSTOMER"), handRaise(days(90)), days(90))))
                .contains("excludes");
    }

    @Test
    void theSuppressedStaySuppressed() {
        assertThat(waitsFor(LIFECYCLE.qualify(rejected("X-OPTOUT"), handRaise(days(90)), days(90))))
                .contains("SUPPRESSED");
    }

    @Test
    void threeCyclesAYearAreEnoughExceptForAHandRaise() {
        Journey journey = Journey.START;
        Instant now = MONDAY_NOON;
        for (int cycle = 1; cycle <= 3; cycle++) {
            journey = LIFECYCLE.qualify(journey, newsOf(now), now).journey();
            journey = LIFECYCLE.delivered(journey, now).journey();
            journey = LIFECYCLE.answer(journey, decline("F-ENGAGE", now)).journey();
            now = now.plus(Duration.ofDays(50));
        }
        assertThat(journey.cycle()).isEqualTo(3);
        assertThat(waitsFor(LIFECYCLE.qualify(journey, newsOf(now), now))).contains("most cycles");
        assertThat(LIFECYCLE.qualify(journey, handRaise(now), now).changed()).isTrue();
        assertThat(LIFECYCLE.qualify(journey, newsOf(days(366)), days(366)).changed())
                .isTrue();
    }

    @Test
    void aRepairedLeadComesBackByWayOfNurture() {
        Journey broken = rejected("R-DUP");
        assertThat(broken.state()).isEqualTo(LifecycleState.DATA_FIX);
        assertThat(path(LIFECYCLE.qualify(broken, newsOf(days(31)), days(31)))).isEqualTo("nurture QUALIFIED");
    }
}
