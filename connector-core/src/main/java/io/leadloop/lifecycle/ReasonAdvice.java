package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.ReasonCode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the lifecycle must know about a reason.
 *
 * @param delay elapsed time until a new cycle may begin; absent or zero where the reason names none
 * @param lead how long before the given day to come back; zero for on that day
 * @param asks what must be given with it
 * @param excludes whether not even a hand-raise opens a new cycle
 */
public record ReasonAdvice(
        ReasonCode code,
        Set<Phase> phases,
        Route route,
        Optional<Duration> delay,
        Duration lead,
        Set<Ask> asks,
        boolean excludes) {

    public ReasonAdvice {
        phases = Set.copyOf(phases);
        asks = Set.copyOf(asks);
    }

    /** What this answer still lacks, given this reason. */
    public Set<Ask> missing(Answer answer) {
        Set<Ask> missing = EnumSet.noneOf(Ask.class);
        for (Ask ask : asks) {
            boolean given = switch (ask) {
                case REASON -> !code.equals(ReasonCode.NO_REASON);
                case DATE -> answer.revisitOn().isPresent();
                case COMMENT -> !answer.comment().isBlank();
            };
            if (!given) {
                missing.add(ask);
            }
        }
        return missing;
    }
}
