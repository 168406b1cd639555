package io.leadloop.lifecycle;

import io.leadloop.canonical.CriterionResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a person qualifies.
 *
 * @param definition id and version in force, such as {@code mql v7}
 * @param why one line for the rep
 * @param handRaisedAt when the person last asked to be contacted; asked since the last cycle ended, it ends a cool-down
 * @param newestEngagement the latest touch that counted; without one a recycled person stays in nurture
 */
public record Qualification(
        String definition,
        String why,
        List<CriterionResult> evidence,
        Optional<Instant> handRaisedAt,
        Optional<Instant> newestEngagement) {

    public Qualification {
        evidence = List.copyOf(evidence);
    }
}
