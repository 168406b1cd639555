package io.leadloop.feedback;

import io.leadloop.canonical.ReasonCode;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.ReasonAdvice;
import io.leadloop.lifecycle.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One reason of the catalogue.
 *
 * @param label what a rep reads, at most 32 characters
 * @param hint one line that tells it from its neighbours
 * @param group what a rep chooses first
 * @param phases when it may be given
 * @param delay elapsed time until a new cycle; absent where none is named
 * @param lead how long before a given day the lead comes back
 * @param implicates the criteria or parts that it puts in doubt, such as {@code fit.size}
 * @param action what marketing does about it
 * @param asks what must be given with it
 * @param excludes whether not even a hand-raise opens a new cycle
 * @param starter whether it is active after the installation
 * @param now what happens now, in a few words; where absent, route and delay say it
 */
public record Reason(
        ReasonCode code,
        String label,
        String hint,
        String group,
        Set<Phase> phases,
        Route route,
        Optional<Duration> delay,
        Duration lead,
        Counts counts,
        List<String> implicates,
        String action,
        Set<Ask> asks,
        boolean excludes,
        boolean starter,
        Optional<String> now) {

    public static final int LONGEST_LABEL = 32;

    public Reason {
        phases = Set.copyOf(phases);
        implicates = List.copyOf(implicates);
        asks = Set.copyOf(asks);
    }

    public boolean legalIn(Phase phase) {
        return phases.contains(phase);
    }

    ReasonAdvice advice() {
        return new ReasonAdvice(code, phases, route, delay, lead, asks, excludes);
    }
}
