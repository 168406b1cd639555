package io.leadloop.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's way through the funnel: where the lead stands, each cycle's hand-off, each move.
 *
 * @param handoffs oldest first; at most the last one is open
 * @param recycleAt before this time only a hand-raise can begin a new cycle
 * @param dueAt when the clock must look again: an answer that expires, a revisit date
 */
public record Journey(
        LifecycleState state,
        List<Handoff> handoffs,
        List<Move> moves,
        Optional<Instant> recycleAt,
        Optional<Instant> dueAt) {

    /** Nobody has looked at this person yet. */
    public static final Journey START =
            new Journey(LifecycleState.INQUIRY, List.of(), List.of(), Optional.empty(), Optional.empty());

    public Journey {
        handoffs = List.copyOf(handoffs);
        moves = List.copyOf(moves);
    }

    public Optional<Handoff> open() {
        return latest().filter(Handoff::isOpen);
    }

    public Optional<Handoff> latest() {
        return handoffs.isEmpty() ? Optional.empty() : Optional.of(handoffs.get(handoffs.size() - 1));
    }

    /** Number of the latest cycle, 0 before the first. */
    public int cycle() {
        return handoffs.size();
    }
}
