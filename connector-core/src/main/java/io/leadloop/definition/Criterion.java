package io.leadloop.definition;

import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One line of a definition: who somebody is, or what somebody did. */
sealed interface Criterion permits FitCriterion, TouchCriterion {

    String id();

    /** What people call it; empty if its id says enough. */
    String name();

    double points();

    /** The fields that it names. */
    default Set<String> reads() {
        return Set.of();
    }

    Finding look(View view, List<Touchpoint> touches, Instant now);
}
