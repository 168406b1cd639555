package io.leadloop.store.memory;

import java.time.Instant;
import java.util.Optional;

/** Who may work on the store; the fence grows with each new holder. */
final class LeaseRow {

    Optional<String> holder = Optional.empty();
    Instant until = Instant.MIN;
    long fence;
}
