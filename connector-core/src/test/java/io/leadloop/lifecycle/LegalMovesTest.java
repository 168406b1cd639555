package io.leadloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.LifecycleState;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table as both teams read it, written a second time and by hand. */
class LegalMovesTest {

    private static final String AGREED = """
            TARGET -> INQUIRY
            INQUIRY -> QUALIFIED HANDED_OFF
            NURTURE -> QUALIFIED HANDED_OFF
            QUALIFIED -> HANDED_OFF NURTURE
            HANDED_OFF -> ACCEPTED REJECTED EXPIRED
            ACCEPTED -> WORKING DISQUALIFIED NURTURE DATA_FIX REROUTED
            WORKING -> SALES_QUALIFIED DISQUALIFIED NURTURE DATA_FIX REROUTED OPPORTUNITY
            SALES_QUALIFIED -> DISQUALIFIED NURTURE DATA_FIX REROUTED OPPORTUNITY
            OPPORTUNITY -> WON LOST
            LOST -> NURTURE
            REJECTED -> DATA_FIX REROUTED NURTURE DISQUALIFIED
            DATA_FIX -> HANDED_OFF NURTURE
            REROUTED -> HANDED_OFF NURTURE
            EXPIRED -> HANDED_OFF NURTURE
            DISQUALIFIED -> INQUIRY
            WON -> INQUIRY
            """;

    private static Set<String> agreed() {
        Set<String> moves = new LinkedHashSet<>();
        AGREED.lines().forEach(line -> {
            String[] sides = line.split(" -> ");
            for (String to : sides[1].split(" ")) {
                moves.add(sides[0] + ">" + to);
            }
        });
        for (LifecycleState state : LifecycleState.values()) {
            if (state != LifecycleState.SUPPRESSED) {
                moves.add(state + ">SUPPRESSED");
            }
        }
        return moves;
    }

    @Test
    void everyAgreedMoveIsLegalAndNoOther() {
        Set<String> legal = new LinkedHashSet<>();
        for (LifecycleState from : LifecycleState.values()) {
            for (LifecycleState to : LifecycleState.values()) {
                if (LegalMoves.allow(from, to)) {
                    legal.add(from + ">" + to);
                }
            }
        }
        assertThat(legal).containsExactlyInAnyOrderElementsOf(agreed());
    }

    @Test
    void nothingLeavesSuppression() {
        for (LifecycleState to : LifecycleState.values()) {
            assertThat(LegalMoves.allow(LifecycleState.SUPPRESSED, to)).isFalse();
        }
    }
}
