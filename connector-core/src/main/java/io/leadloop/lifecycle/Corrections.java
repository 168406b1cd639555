package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Move;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A mistake can be taken back, by its author for a while, by a manager until the next cycle. */
final class Corrections {

    private final LifecyclePolicy policy;
    private final ReasonBook reasons;

    Corrections(LifecyclePolicy policy, ReasonBook reasons) {
        this.policy = policy;
        this.reasons = reasons;
    }

    /** Consent is not given back by a correction: a suppressed lead stays suppressed. */
    boolean allow(Journey journey, Handoff handoff, Answer given, boolean manager) {
        Optional<Answer> last = handoff.answer();
        if (last.isEmpty() || journey.state() == LifecycleState.SUPPRESSED) {
            return false;
        }
        Answer said = last.get();
        if (Completion.expired(said)) {
            return handoff.closedAt().filter(end -> given.at().isBefore(end)).isPresent();
        }
        boolean window =
                !given.at().isBefore(said.at()) && !given.at().isAfter(said.at().plus(policy.correctionWindow()));
        boolean author = window && given.by().equals(said.by());
        return switch (said.kind()) {
            case DECLINE -> author || manager;
            case ACCEPT -> (author || (manager && window)) && meantNo(journey, given);
            case WORK, CONVERTED -> false;
        };
    }

    /** A reason that exists only after contact means that contact was had: no correction then. */
    private boolean meantNo(Journey journey, Answer given) {
        return journey.state() == LifecycleState.ACCEPTED
                && given.kind() == Answer.Kind.DECLINE
                && given.reason()
                        .flatMap(reasons::advice)
                        .map(advice -> advice.phases().contains(Phase.BEFORE))
                        .orElse(true);
    }

    /**
     * Whether the last answer may be undone, so that the lead stands where it stood before. What was a correction itself
     * is not: the answer before it would count again, which nobody has said.
     */
    boolean undoable(Journey journey, Handoff handoff, String by, Instant at) {
        Optional<Answer> last = handoff.answer();
        if (last.isEmpty() || journey.state() == LifecycleState.SUPPRESSED || Completion.expired(last.get())) {
            return false;
        }
        Answer said = last.get();
        boolean first = handoff.answers().size() == 1;
        boolean afterContact = said.kind() == Answer.Kind.DECLINE
                && handoff.answers().size() == 2
                && handoff.acceptedAt().isPresent();
        boolean standsAlone = said.kind() == Answer.Kind.DECLINE
                || (said.kind() == Answer.Kind.ACCEPT && journey.state() == LifecycleState.ACCEPTED);
        return (first || afterContact)
                && standsAlone
                && said.by().equals(by)
                && !at.isBefore(said.at())
                && !at.isAfter(said.at().plus(policy.correctionWindow()));
    }

    /** Back to where the lead stood when the last answer was given. */
    void rewind(Trail trail, Instant at, String who, String because) {
        Handoff handoff = trail.latest();
        boolean closed = !handoff.isOpen();
        LifecycleState before = closed ? left(trail.moves(), handoff.cycle()) : LifecycleState.HANDED_OFF;
        trail.put(Handoffs.reopened(handoff, before));
        if (before == LifecycleState.HANDED_OFF) {
            trail.put(Handoffs.accepted(trail.latest(), Optional.empty()));
        }
        trail.amend(before, at, who, because);
        if (closed) {
            trail.add(new Event.CycleReopened(handoff.cycle()));
        }
        trail.clocks(Optional.empty(), clock(handoff, before));
    }

    private Optional<Instant> clock(Handoff handoff, LifecycleState before) {
        return before == LifecycleState.HANDED_OFF
                ? handoff.answerBy().map(new Ladder(policy)::expiry)
                : Optional.empty();
    }

    /** The last state of this cycle in which its hand-off was in sales' hands. */
    private static LifecycleState left(List<Move> moves, int cycle) {
        for (int i = moves.size() - 1; i >= 0; i--) {
            Move move = moves.get(i);
            if (move.cycle() == cycle && Ladder.leadsTo(move.from(), LifecycleState.OPPORTUNITY)) {
                return move.from();
            }
        }
        return LifecycleState.HANDED_OFF;
    }
}
