package io.leadloop.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The internal source of changes. */
public interface InternalChanges {

    /** Those due at this time, earliest first. */
    List<InternalChange> due(Instant now, int limit);

    /** When the next one becomes due, also if that is past. */
    Optional<Instant> nextDue();
}
