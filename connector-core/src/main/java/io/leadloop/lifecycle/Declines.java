package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A no: rejected before contact, disqualified after it; the reason decides where the lead goes. */
final class Declines {

    private final LifecyclePolicy policy;
    private final ReasonBook reasons;

    Declines(LifecyclePolicy policy, ReasonBook reasons) {
        this.policy = policy;
        this.reasons = reasons;
    }

    void decline(Trail trail, Answer given, Instant at, boolean corrected) {
        boolean asked = trail.latest().answers().stream().anyMatch(said -> said.kind() == Answer.Kind.DECLINE);
        boolean before = trail.state() == LifecycleState.HANDED_OFF;
        Answer answer = reasoned(given);
        record(trail, answer, corrected);
        note(trail, answer, before ? Phase.BEFORE : Phase.AFTER);
        Set<Ask> missing = missing(answer);
        if (!asked && !missing.isEmpty() && !given.origin().equals("delete")) {
            trail.add(new Event.Asked(trail.latest().cycle(), missing));
        }
        close(trail, answer, at, before ? LifecycleState.REJECTED : trail.state());
    }

    void expire(Trail trail, Instant at) {
        Answer silence = new Answer(
                Answer.Kind.DECLINE, Optional.of(ReasonCode.EXPIRED), "", Optional.empty(), "", at, "system");
        record(trail, silence, false);
        trail.move(LifecycleState.EXPIRED, at, "system", "nobody answered in time");
        trail.move(LifecycleState.NURTURE, at, "system", "kept warm");
        Routing routing = Routing.of(policy, Optional.empty(), Optional.empty(), at);
        trail.clocks(routing.recycleAt(), Optional.empty());
        trail.close(LifecycleState.EXPIRED, at, silence.reason());
    }

    /** The reason counts, the lead stays suppressed. */
    Step crossed(Journey journey, Answer given) {
        Trail trail = new Trail(journey);
        Answer answer = reasoned(given);
        record(trail, answer, false);
        note(trail, answer, trail.latest().acceptedAt().isEmpty() ? Phase.BEFORE : Phase.AFTER);
        return trail.step();
    }

    /** The answer keeps its time and author; only its consequence may change. */
    Step complete(Journey journey, Answer given) {
        Trail trail = new Trail(journey);
        Handoff handoff = trail.latest();
        Answer whole =
                Completion.together(handoff.answers().get(handoff.answers().size() - 1), given);
        trail.put(Handoffs.completed(handoff, whole));
        trail.add(new Event.AnswerRecorded(handoff.cycle(), whole, false));
        note(trail, whole, handoff.acceptedAt().isEmpty() ? Phase.BEFORE : Phase.AFTER);
        if (journey.state() != LifecycleState.SUPPRESSED && !handoff.isOpen()) {
            Routing routing = route(whole, whole.at());
            LifecycleState rest = routing.route().rest();
            trail.put(Handoffs.standing(trail.latest(), routing.route().end()));
            if (rest != journey.state()) {
                trail.amend(rest, given.at(), given.called(), "the reason came later: " + Completion.reason(whole));
            }
            trail.clocks(routing.recycleAt(), routing.dueAt());
        }
        return trail.step();
    }

    private void close(Trail trail, Answer answer, Instant at, LifecycleState first) {
        Routing routing = route(answer, at);
        LifecycleState end = routing.route().end();
        LifecycleState rest = routing.route().rest();
        String because = "declined: " + Completion.reason(answer);
        if (first != trail.state() && end != LifecycleState.SUPPRESSED) {
            trail.move(first, at, answer.called(), because);
        }
        trail.move(end, at, answer.called(), because);
        if (rest != end) {
            trail.move(rest, at, "system", "the CRM assigns owners");
        }
        trail.clocks(routing.recycleAt(), routing.dueAt());
        trail.close(end, at, answer.reason());
    }

    private Routing route(Answer answer, Instant at) {
        return Routing.of(policy, reasons.advice(Completion.reason(answer)), answer.revisitOn(), at);
    }

    private void note(Trail trail, Answer answer, Phase phase) {
        ReasonCode code = Completion.reason(answer);
        if (code.equals(ReasonCode.NO_REASON)) {
            return;
        }
        Optional<ReasonAdvice> advice = reasons.advice(code);
        if (advice.isEmpty()) {
            trail.add(new Event.Noted(trail.latest().cycle(), code + " is not in the catalogue"));
        } else if (!advice.get().phases().contains(phase)) {
            String when = phase == Phase.BEFORE ? "before contact" : "after contact";
            trail.add(new Event.Noted(trail.latest().cycle(), code + " is no reason " + when));
        }
    }

    private Set<Ask> missing(Answer answer) {
        if (Completion.reason(answer).equals(ReasonCode.NO_REASON)) {
            return answer.comment().isBlank() ? EnumSet.of(Ask.REASON) : Set.of();
        }
        return reasons.advice(Completion.reason(answer))
                .map(advice -> advice.missing(answer))
                .orElse(Set.of());
    }

    private static void record(Trail trail, Answer answer, boolean corrected) {
        trail.put(Handoffs.answered(trail.latest(), answer));
        trail.add(new Event.AnswerRecorded(trail.latest().cycle(), answer, corrected));
    }

    private static Answer reasoned(Answer given) {
        return given.reason().isPresent()
                ? given
                : new Answer(
                        given.kind(),
                        Optional.of(ReasonCode.NO_REASON),
                        given.comment(),
                        given.revisitOn(),
                        given.by(),
                        given.name(),
                        given.at(),
                        given.origin());
    }
}
