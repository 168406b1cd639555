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
 * @param handRaise the person asked to be contacted: no cool-down then, and no limit of cycles
 * @param newestEngagement the person's latest touch; without one a recycled person stays in nurture
 */
public record Qualification(
        String definition,
        String why,
        List<CriterionResult> evidence,
        boolean handRaise,
        Optional<Instant> newestEngagement) {

    public Qualification {
        evidence = List.copyOf(evidence);
    }
}
