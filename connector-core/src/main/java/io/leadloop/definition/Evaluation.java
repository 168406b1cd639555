package io.leadloop.definition;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of a person at a time.
 *
 * @param qualified UNKNOWN if it rests on something that nobody knows
 * @param needsEnrichment unknown because of a criterion that says {@code unknown: fix}
 * @param fit points of the fit criteria that are true
 * @param engagement points of the touches, decayed and capped
 * @param criteria in the order of the definition
 * @param excluded the reason of the first exclusion that holds
 * @param handRaisedAt the latest request to be contacted that counted
 * @param newestEngagement the latest touch that counted
 */
public record Evaluation(
        Truth qualified,
        boolean needsEnrichment,
        double fit,
        double engagement,
        List<CriterionResult> criteria,
        Optional<ReasonCode> excluded,
        Optional<Instant> handRaisedAt,
        Optional<Instant> newestEngagement) {

    public Evaluation {
        criteria = List.copyOf(criteria);
    }

    public boolean handRaise() {
        return handRaisedAt.isPresent();
    }
}
