package io.leadloop.ledger;

import java.time.Duration;
import java.util.Optional;

/** One active engine for each store. Lease times are the store's own clock or the machine's, never the demo's. */
public interface EngineLease {

    /**
     * Takes the lease if it is free, expired, or already this worker's; later commits of this store object carry its
     * fence. Empty if another worker has it: the name is in {@link #holder()}.
     */
    Optional<Long> acquire(String worker, Duration time);

    /** Who has it, if anyone. */
    Optional<String> holder();

    void release(String worker);
}
