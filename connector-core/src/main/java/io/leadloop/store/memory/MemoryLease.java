package io.leadloop.store.memory;

import io.leadloop.ledger.EngineLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The lease of a store in memory; made by {@link MemoryStore#lease}. */
public final class MemoryLease implements EngineLease {

    private final MemoryStore store;
    private final Tables tables;
    private final InstantSource clock;

    MemoryLease(MemoryStore store, Tables tables, InstantSource clock) {
        this.store = store;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public Optional<Long> acquire(String worker, Duration time) {
        synchronized (tables) {
            LeaseRow lease = tables.lease;
            Instant now = clock.instant();
            boolean own = lease.holder.filter(worker::equals).isPresent();
            if (lease.holder.isPresent() && !own && lease.until.isAfter(now)) {
                return Optional.empty();
            }
            if (!own || !store.carries(lease.fence)) {
                lease.fence++;
            }
            lease.holder = Optional.of(worker);
            lease.until = now.plus(time);
            store.carry(lease.fence);
            return Optional.of(lease.fence);
        }
    }

    @Override
    public Optional<String> holder() {
        synchronized (tables) {
            return tables.lease.until.isAfter(clock.instant()) ? tables.lease.holder : Optional.empty();
        }
    }

    @Override
    public void release(String worker) {
        synchronized (tables) {
            if (tables.lease.holder.filter(worker::equals).isPresent()) {
                tables.lease.holder = Optional.empty();
                tables.lease.until = Instant.MIN;
            }
        }
    }
}
