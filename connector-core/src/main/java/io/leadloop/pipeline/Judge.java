package io.leadloop.pipeline;

import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import io.leadloop.lifecycle.Qualification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Is this person a lead: by the definition in force, or by the customer's own rule. */
@FunctionalInterface
public interface Judge {

    Judgement judge(View view, List<Touchpoint> touches, Instant now);

    /** @param qualification present if the result is TRUE */
    record Judgement(Truth result, Optional<Qualification> qualification) {}
}
