package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Move;
import io.leadloop.canonical.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a step did, in the order in which it happened. */
public sealed interface Event {

    /** The lead moved; the move is in the journey too. */
    record Moved(Move move) implements Event {}

    /** The wish was not legal: what was observed stays where it is, and is listed. Nothing moved. */
    record Refused(LifecycleState from, LifecycleState wanted, String why) implements Event {}

    /** The person qualifies, but not now; nothing is listed. */
    record Waiting(Optional<Instant> until, String why) implements Event {}

    record CycleOpened(int cycle) implements Event {}

    /** The CRM holds the hand-off; its answer is due. */
    record Delivered(int cycle, Instant answerBy) implements Event {}

    /** @param corrected whether it replaces an answer that counted until now */
    record AnswerRecorded(int cycle, Answer answer, boolean corrected) implements Event {}

    /** Sales is to be asked for this, once. */
    record Asked(int cycle, Set<Ask> asks) implements Event {
        public Asked {
            asks = Set.copyOf(asks);
        }
    }

    /** It counts, but a person should look: a reason of another phase, a code that nobody knows. */
    record Noted(int cycle, String what) implements Event {}

    /**
     * The hand-off is over.
     *
     * @param end the state that the hand-off keeps; the lead may have moved on
     */
    record CycleClosed(int cycle, LifecycleState end, Optional<ReasonCode> reason) implements Event {}

    /** A correction took the end back; what the old answer had set in motion is cancelled. */
    record CycleReopened(int cycle) implements Event {}

    /** Two journeys became one; the cycles of both have new numbers. */
    record Merged(List<Renumbered> cycles) implements Event {
        public Merged {
            cycles = List.copyOf(cycles);
        }
    }

    /** @param fromFirst whether the cycle belonged to the first of the two journeys */
    record Renumbered(boolean fromFirst, int before, int after) {}
}
