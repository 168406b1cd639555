package io.leadloop.lifecycle;

import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Move;
import io.leadloop.canonical.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey in the making: one step's moves and events, in order. Lives within one call. */
final class Trail {

    private final List<Handoff> handoffs;
    private final List<Move> moves;
    private final List<Event> events = new ArrayList<>();
    private LifecycleState state;
    private Optional<Instant> recycleAt;
    private Optional<Instant> dueAt;

    Trail(Journey journey) {
        handoffs = new ArrayList<>(journey.handoffs());
        moves = new ArrayList<>(journey.moves());
        state = journey.state();
        recycleAt = journey.recycleAt();
        dueAt = journey.dueAt();
    }

    LifecycleState state() {
        return state;
    }

    List<Move> moves() {
        return List.copyOf(moves);
    }

    Handoff latest() {
        return handoffs.get(handoffs.size() - 1);
    }

    void open(Handoff handoff) {
        handoffs.add(handoff);
        events.add(new Event.CycleOpened(handoff.cycle()));
    }

    void put(Handoff handoff) {
        handoffs.set(handoffs.size() - 1, handoff);
    }

    void add(Event event) {
        events.add(event);
    }

    void clocks(Optional<Instant> recycle, Optional<Instant> due) {
        recycleAt = recycle;
        dueAt = due;
    }

    void move(LifecycleState to, Instant at, String by, String because) {
        legal(to, at, by, because, false);
    }

    /** A step that nobody reported; its time is that of the next one known. */
    void inferred(LifecycleState to, Instant at, String by) {
        legal(to, at, by, "the step was skipped", true);
    }

    /** Undoes or redirects by a correction, beside the table of legal moves. */
    void amend(LifecycleState to, Instant at, String by, String because) {
        write(to, at, by, because, false);
    }

    void close(LifecycleState end, Instant at, Optional<ReasonCode> reason) {
        put(Handoffs.closed(latest(), end, at));
        events.add(new Event.CycleClosed(latest().cycle(), end, reason));
    }

    Step step() {
        return new Step(new Journey(state, handoffs, moves, recycleAt, dueAt), events);
    }

    private void legal(LifecycleState to, Instant at, String by, String because, boolean inferred) {
        if (!LegalMoves.allow(state, to)) {
            throw new IllegalStateException("no legal move from " + state + " to " + to);
        }
        write(to, at, by, because, inferred);
    }

    private void write(LifecycleState to, Instant at, String by, String because, boolean inferred) {
        Move move = new Move(handoffs.size(), state, to, at, by, because, inferred);
        moves.add(move);
        events.add(new Event.Moved(move));
        state = to;
        if (!handoffs.isEmpty() && latest().isOpen()) {
            put(Handoffs.standing(latest(), to));
        }
    }
}
