package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an answer does: it says something new, completes what was said, corrects it, or comes too late. */
final class Answers {

    /** The deal that a conversion made may be read before the conversion. */
    private static final Set<LifecycleState> HAVE_DEAL =
            EnumSet.of(LifecycleState.OPPORTUNITY, LifecycleState.WON, LifecycleState.LOST);

    private final LifecyclePolicy policy;
    private final Ladder ladder;
    private final Declines declines;
    private final Corrections corrections;

    Answers(LifecyclePolicy policy, ReasonBook reasons) {
        this.policy = policy;
        this.ladder = new Ladder(policy);
        this.declines = new Declines(policy, reasons);
        this.corrections = new Corrections(policy, reasons);
    }

    Step answer(Journey journey, Answer given, boolean manager) {
        if (journey.latest().isEmpty()) {
            return refused(journey, given, "there is no hand-off");
        }
        Handoff handoff = journey.latest().get();
        Optional<Answer> last = handoff.answer();
        if (last.filter(said -> Completion.saysNothingNew(said, given)).isPresent()) {
            return Step.none(journey);
        }
        if (last.filter(said -> Completion.completes(said, given)).isPresent()) {
            return declines.complete(journey, given);
        }
        if (corrections.allow(journey, handoff, given, manager)) {
            Trail trail = new Trail(journey);
            corrections.rewind(trail, given.at(), given.called(), "the answer was corrected");
            return forward(trail, given, true);
        }
        if (given.kind() == Answer.Kind.CONVERTED && HAVE_DEAL.contains(handoff.state())) {
            return Step.none(journey);
        }
        if (crossed(handoff, given)) {
            return declines.crossed(journey, given);
        }
        if (!handoff.isOpen()) {
            return refused(journey, given, "the hand-off of cycle " + handoff.cycle() + " is closed");
        }
        if (!legal(journey.state(), given)) {
            return refused(journey, given, "there is no way back within a cycle");
        }
        return forward(new Trail(journey), given, false);
    }

    Step undo(Journey journey, String by, Instant at) {
        Optional<Handoff> latest = journey.latest();
        if (latest.isEmpty() || !corrections.undoable(journey, latest.get(), by, at)) {
            return Step.only(
                    journey,
                    new Event.Refused(
                            journey.state(), LifecycleState.HANDED_OFF, "this answer cannot be undone any more"));
        }
        Trail trail = new Trail(journey);
        String who = latest.get().answer().map(Answer::called).orElse(by);
        corrections.rewind(trail, at, who, Lifecycle.UNDONE);
        trail.put(Handoffs.withoutLast(trail.latest()));
        return trail.step();
    }

    Step expire(Journey journey, Instant now) {
        Optional<Instant> expiry = journey.open()
                .filter(open -> open.state() == LifecycleState.HANDED_OFF)
                .flatMap(Handoff::answerBy)
                .map(ladder::expiry)
                .filter(at -> !at.isAfter(now));
        if (expiry.isEmpty()) {
            return Step.none(journey);
        }
        Trail trail = new Trail(journey);
        declines.expire(trail, expiry.get());
        return trail.step();
    }

    private Step forward(Trail trail, Answer given, boolean corrected) {
        Instant at = notBefore(trail.latest(), given.at());
        if (given.kind() == Answer.Kind.DECLINE) {
            ladder.climb(trail, LifecycleState.HANDED_OFF, at, given.called(), "answered, so it had arrived");
            declines.decline(trail, given, at, corrected);
        } else {
            trail.put(Handoffs.answered(trail.latest(), given));
            trail.add(new Event.AnswerRecorded(trail.latest().cycle(), given, corrected));
            ladder.climb(trail, target(given), at, given.called(), words(given));
        }
        return trail.step();
    }

    /** A no that was on its way while a withdrawal closed the hand-off: its author could not know. */
    private boolean crossed(Handoff handoff, Answer given) {
        return given.kind() == Answer.Kind.DECLINE
                && handoff.state() == LifecycleState.SUPPRESSED
                && handoff.answer()
                        .filter(said -> said.kind() == Answer.Kind.DECLINE)
                        .isEmpty()
                && handoff.closedAt()
                        .filter(closed -> !given.at().isAfter(closed.plus(policy.correctionWindow())))
                        .isPresent();
    }

    private static boolean legal(LifecycleState from, Answer given) {
        return given.kind() == Answer.Kind.DECLINE
                ? Ladder.leadsTo(from, LifecycleState.OPPORTUNITY)
                : Ladder.leadsTo(from, target(given));
    }

    private static LifecycleState target(Answer given) {
        return switch (given.kind()) {
            case ACCEPT -> LifecycleState.ACCEPTED;
            case WORK -> LifecycleState.WORKING;
            case CONVERTED -> LifecycleState.SALES_QUALIFIED;
            case DECLINE -> LifecycleState.REJECTED;
        };
    }

    /** The vendor's clock may lag behind ours by seconds: no answer comes before its hand-off. */
    private static Instant notBefore(Handoff handoff, Instant at) {
        Instant start = handoff.deliveredAt().orElse(handoff.qualifiedAt());
        return at.isBefore(start) ? start : at;
    }

    private static String words(Answer given) {
        return switch (given.kind()) {
            case ACCEPT -> "accepted";
            case WORK -> "work has begun";
            case CONVERTED -> "converted";
            case DECLINE -> "declined";
        };
    }

    private static Step refused(Journey journey, Answer given, String why) {
        return Step.only(journey, new Event.Refused(journey.state(), target(given), why));
    }
}
