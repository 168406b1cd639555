package io.leadloop.lifecycle;

import static io.leadloop.canonical.LifecycleState.ACCEPTED;
import static io.leadloop.canonical.LifecycleState.DATA_FIX;
import static io.leadloop.canonical.LifecycleState.DISQUALIFIED;
import static io.leadloop.canonical.LifecycleState.EXPIRED;
import static io.leadloop.canonical.LifecycleState.HANDED_OFF;
import static io.leadloop.canonical.LifecycleState.INQUIRY;
import static io.leadloop.canonical.LifecycleState.LOST;
import static io.leadloop.canonical.LifecycleState.NURTURE;
import static io.leadloop.canonical.LifecycleState.OPPORTUNITY;
import static io.leadloop.canonical.LifecycleState.QUALIFIED;
import static io.leadloop.canonical.LifecycleState.REJECTED;
import static io.leadloop.canonical.LifecycleState.REROUTED;
import static io.leadloop.canonical.LifecycleState.SALES_QUALIFIED;
import static io.leadloop.canonical.LifecycleState.SUPPRESSED;
import static io.leadloop.canonical.LifecycleState.TARGET;
import static io.leadloop.canonical.LifecycleState.WON;
import static io.leadloop.canonical.LifecycleState.WORKING;

import io.leadloop.canonical.LifecycleState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The moves that both teams agreed on. Within a cycle there is no way back; going back is a new cycle, or a correction,
 * which undoes an answer and is no move of its own.
 *
 * <p>Two rows stand for what this release does not do: without a router of ours REROUTED leads on to NURTURE, and
 * DATA_FIX ends the cycle, so that the repaired lead comes back by way of NURTURE.
 */
public final class LegalMoves {

    private static final Map<LifecycleState, Set<LifecycleState>> TABLE = Map.ofEntries(
            Map.entry(TARGET, EnumSet.of(INQUIRY)),
            Map.entry(INQUIRY, EnumSet.of(QUALIFIED, HANDED_OFF)),
            Map.entry(NURTURE, EnumSet.of(QUALIFIED, HANDED_OFF)),
            Map.entry(QUALIFIED, EnumSet.of(HANDED_OFF, NURTURE)),
            Map.entry(HANDED_OFF, EnumSet.of(ACCEPTED, REJECTED, EXPIRED)),
            Map.entry(ACCEPTED, EnumSet.of(WORKING, DISQUALIFIED, NURTURE, DATA_FIX, REROUTED)),
            Map.entry(WORKING, EnumSet.of(SALES_QUALIFIED, OPPORTUNITY, DISQUALIFIED, NURTURE, DATA_FIX, REROUTED)),
            Map.entry(SALES_QUALIFIED, EnumSet.of(OPPORTUNITY, DISQUALIFIED, NURTURE, DATA_FIX, REROUTED)),
            Map.entry(OPPORTUNITY, EnumSet.of(WON, LOST)),
            Map.entry(LOST, EnumSet.of(NURTURE)),
            Map.entry(WON, EnumSet.of(INQUIRY)),
            Map.entry(REJECTED, EnumSet.of(DATA_FIX, REROUTED, NURTURE, DISQUALIFIED)),
            Map.entry(DATA_FIX, EnumSet.of(HANDED_OFF, NURTURE)),
            Map.entry(REROUTED, EnumSet.of(HANDED_OFF, NURTURE)),
            Map.entry(EXPIRED, EnumSet.of(HANDED_OFF, NURTURE)),
            Map.entry(DISQUALIFIED, EnumSet.of(INQUIRY)),
            Map.entry(SUPPRESSED, EnumSet.noneOf(LifecycleState.class)));

    private LegalMoves() {}

    /** Anything may become SUPPRESSED; nothing else leaves the table, and a state does not move to itself. */
    public static boolean allow(LifecycleState from, LifecycleState to) {
        return from != to
                && (to == SUPPRESSED || TABLE.getOrDefault(from, Set.of()).contains(to));
    }
}
