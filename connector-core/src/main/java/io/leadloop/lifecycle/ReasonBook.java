package io.leadloop.lifecycle;

import io.leadloop.canonical.ReasonCode;
import java.util.Optional;

/** Where the lifecycle looks a reason up. */
@FunctionalInterface
public interface ReasonBook {

    /** Empty for a code that is not in the catalogue. */
    Optional<ReasonAdvice> advice(ReasonCode code);
}
