package io.leadloop.definition;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import io.leadloop.language.Condition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The customer's own rule decides, such as a lifecycle stage that a workflow of theirs sets. */
public final class DelegatedRule implements LeadRule {

    private final Condition when;

    public DelegatedRule(Condition when) {
        this.when = when;
    }

    @Override
    public String label() {
        return "own rule";
    }

    @Override
    public Set<String> reads() {
        return when.reads();
    }

    @Override
    public Evaluation evaluate(View view, List<Touchpoint> touches, Instant now) {
        Truth qualified = when.test(view);
        List<Touchpoint> seen = touches.stream()
                .filter(touch -> !touch.occurredAt().isAfter(now))
                .toList();
        CriterionResult only = new CriterionResult(
                "own-rule", "Your own rule", qualified, FitCriterion.seen(when, view), 0, qualified == Truth.TRUE);
        return new Evaluation(
                qualified,
                false,
                0,
                0,
                List.of(only),
                Optional.empty(),
                newest(seen, touch -> TouchCriterion.HAND_RAISES.contains(touch.type())),
                newest(seen, touch -> true));
    }

    private static Optional<Instant> newest(List<Touchpoint> touches, Predicate<Touchpoint> which) {
        return touches.stream().filter(which).map(Touchpoint::occurredAt).max(Comparator.naturalOrder());
    }
}
