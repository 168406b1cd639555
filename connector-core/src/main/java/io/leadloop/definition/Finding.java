package io.leadloop.definition;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Truth;
import java.time.Instant;
import java.util.Optional;

/** What one criterion found, before it is known whether it mattered. */
record Finding(Criterion criterion, Truth truth, double points, String seen, Optional<Instant> newest) {

    boolean isFit() {
        return criterion instanceof FitCriterion;
    }

    boolean isHard() {
        return criterion instanceof FitCriterion fit && fit.hard();
    }

    boolean isHandRaise() {
        return truth == Truth.TRUE && criterion instanceof TouchCriterion touch && touch.isHandRaise();
    }

    boolean needsEnrichment() {
        return truth == Truth.UNKNOWN && criterion instanceof FitCriterion fit && fit.unknown() == Unknown.FIX;
    }

    /** The same criterion, had it not been met. */
    Finding notMet() {
        return new Finding(criterion, Truth.FALSE, 0, seen, newest);
    }

    CriterionResult result(boolean pivotal) {
        return new CriterionResult(criterion.id(), criterion.name(), truth, seen, points, pivotal);
    }
}
