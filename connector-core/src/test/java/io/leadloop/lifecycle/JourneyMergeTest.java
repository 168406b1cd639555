package io.leadloop.lifecycle;

import static io.leadloop.lifecycle.Ways.LIFECYCLE;
import static io.leadloop.lifecycle.Ways.days;
import static io.leadloop.lifecycle.Ways.decline;
import static io.leadloop.lifecycle.Ways.handedOff;
import static io.leadloop.lifecycle.Ways.hours;
import static io.leadloop.lifecycle.Ways.newsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Move;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyMergeTest {

    private static Journey openSince(long day) {
        Journey journey =
                LIFECYCLE.qualify(Journey.START, newsOf(days(day)), days(day)).journey();
        return LIFECYCLE.delivered(journey, days(day)).journey();
    }

    private static Journey rejectedOn(long day) {
        return LIFECYCLE
                .answer(openSince(day), decline("F-ENGAGE", days(day).plusSeconds(3600)))
                .journey();
    }

    @Test
    void ofTwoOpenHandOffsTheEarlierStartStays() {
        for (Step step : new Step[] {
            LIFECYCLE.merge(openSince(3), openSince(1), days(5)), LIFECYCLE.merge(openSince(1), openSince(3), days(5))
        }) {
            Journey one = step.journey();
            assertThat(one.handoffs()).hasSize(2);
            assertThat(one.open().orElseThrow().deliveredAt()).contains(days(1));
            assertThat(one.handoffs()).filteredOn(Handoff::isOpen).hasSize(1);
            assertThat(one.dueAt()).isEqualTo(openSince(1).dueAt());
            assertThat(step.events()).contains(new Event.CycleClosed(1, LifecycleState.HANDED_OFF, Optional.empty()));
            assertThat(Decision.of(one.handoffs().get(0))).isEqualTo(Decision.CANCELLED);
        }
    }

    @Test
    void cyclesAreNumberedByTimeAndMovesGoWithThem() {
        Step step = LIFECYCLE.merge(rejectedOn(5), rejectedOn(1), days(9));
        Journey one = step.journey();
        assertThat(one.handoffs()).extracting(Handoff::cycle).containsExactly(1, 2);
        assertThat(one.handoffs()).extracting(Handoff::qualifiedAt).containsExactly(days(1), days(5));
        assertThat(one.moves()).hasSize(8);
        assertThat(one.moves()).extracting(Move::at).isSorted();
        assertThat(one.moves()).extracting(Move::cycle).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(((Event.Merged) step.events().get(0)).cycles())
                .containsExactly(new Event.Renumbered(false, 1, 1), new Event.Renumbered(true, 1, 2));
        assertThat(one.recycleAt()).isEqualTo(rejectedOn(5).recycleAt());
    }

    @Test
    void theOpenHandOffStaysTheLastOne() {
        Journey one = LIFECYCLE.merge(openSince(1), rejectedOn(3), days(5)).journey();
        assertThat(one.open().orElseThrow().deliveredAt()).contains(days(1));
        assertThat(one.open().orElseThrow().cycle()).isEqualTo(2);
        assertThat(one.state()).isEqualTo(LifecycleState.HANDED_OFF);
    }

    @Test
    void suppressionOfOneIsSuppressionOfBoth() {
        Journey suppressed = LIFECYCLE.suppress(Journey.START, days(1)).journey();
        Journey one = LIFECYCLE.merge(handedOff(), suppressed, days(5)).journey();
        assertThat(one.state()).isEqualTo(LifecycleState.SUPPRESSED);
        assertThat(one.open()).isEmpty();
    }

    @Test
    void aCustomerStaysACustomer() {
        Journey won = LIFECYCLE.won(openSince(1), days(2)).journey();
        assertThat(LIFECYCLE.merge(rejectedOn(9), won, days(10)).journey().state())
                .isEqualTo(LifecycleState.WON);
    }

    @Test
    void aPersonThatNobodyLookedAtAddsNothing() {
        Journey one = LIFECYCLE.merge(Journey.START, handedOff(), hours(9)).journey();
        assertThat(one).isEqualTo(handedOff());
    }
}
