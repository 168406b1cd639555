package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next version of a hand-off; what was frozen when it was made is carried over. */
final class Handoffs {

    private Handoffs() {}

    static Handoff opened(int cycle, Qualification because, Instant at) {
        return new Handoff(
                cycle,
                because.definition(),
                because.why(),
                because.evidence(),
                at,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                LifecycleState.QUALIFIED,
                Optional.empty());
    }

    static Handoff delivered(Handoff it, Instant at, Instant answerBy) {
        return next(
                it,
                it.cycle(),
                Optional.of(at),
                Optional.of(answerBy),
                it.answers(),
                it.acceptedAt(),
                it.state(),
                it.closedAt());
    }

    static Handoff answered(Handoff it, Answer answer) {
        List<Answer> answers = new ArrayList<>(it.answers());
        answers.add(answer);
        return answers(it, answers);
    }

    /** The last answer is completed, not corrected: it is replaced. */
    static Handoff completed(Handoff it, Answer answer) {
        List<Answer> answers = new ArrayList<>(it.answers());
        answers.set(answers.size() - 1, answer);
        return answers(it, answers);
    }

    /** As if the last answer had not been given. */
    static Handoff withoutLast(Handoff it) {
        return answers(it, it.answers().subList(0, it.answers().size() - 1));
    }

    static Handoff accepted(Handoff it, Optional<Instant> at) {
        return next(it, it.cycle(), it.deliveredAt(), it.answerBy(), it.answers(), at, it.state(), it.closedAt());
    }

    static Handoff standing(Handoff it, LifecycleState state) {
        return next(
                it, it.cycle(), it.deliveredAt(), it.answerBy(), it.answers(), it.acceptedAt(), state, it.closedAt());
    }

    static Handoff closed(Handoff it, LifecycleState state, Instant at) {
        return next(
                it, it.cycle(), it.deliveredAt(), it.answerBy(), it.answers(), it.acceptedAt(), state, Optional.of(at));
    }

    static Handoff reopened(Handoff it, LifecycleState state) {
        return next(
                it,
                it.cycle(),
                it.deliveredAt(),
                it.answerBy(),
                it.answers(),
                it.acceptedAt(),
                state,
                Optional.empty());
    }

    static Handoff numbered(Handoff it, int cycle) {
        return next(
                it, cycle, it.deliveredAt(), it.answerBy(), it.answers(), it.acceptedAt(), it.state(), it.closedAt());
    }

    private static Handoff answers(Handoff it, List<Answer> answers) {
        return next(
                it, it.cycle(), it.deliveredAt(), it.answerBy(), answers, it.acceptedAt(), it.state(), it.closedAt());
    }

    private static Handoff next(
            Handoff it,
            int cycle,
            Optional<Instant> deliveredAt,
            Optional<Instant> answerBy,
            List<Answer> answers,
            Optional<Instant> acceptedAt,
            LifecycleState state,
            Optional<Instant> closedAt) {
        return new Handoff(
                cycle,
                it.definition(),
                it.why(),
                it.evidence(),
                it.qualifiedAt(),
                deliveredAt,
                answerBy,
                answers,
                acceptedAt,
                state,
                closedAt);
    }
}
