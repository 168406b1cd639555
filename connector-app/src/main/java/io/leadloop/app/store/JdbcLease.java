package io.leadloop.app.store;

import io.leadloop.ledger.EngineLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** The lease of a store in a database; made by {@link JdbcStore#lease}. */
public final class JdbcLease implements EngineLease {

    private final JdbcStore store;
    private final LeaseRow row;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    JdbcLease(JdbcStore store, LeaseRow row, TransactionTemplate transaction, InstantSource clock) {
        this.store = store;
        this.row = row;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Long> acquire(String worker, Duration time) {
        Optional<Long> fence = Objects.requireNonNull(transaction.execute(status -> take(worker, time)));
        fence.ifPresent(store::carry);
        return fence;
    }

    @Override
    public Optional<String> holder() {
        LeaseRow.Held held = row.read();
        return held.until() > Words.micros(clock.instant()) ? held.holder() : Optional.empty();
    }

    @Override
    public void release(String worker) {
        transaction.executeWithoutResult(status -> {
            LeaseRow.Held held = row.lock();
            if (held.holder().filter(worker::equals).isPresent()) {
                row.write(new LeaseRow.Held(Optional.empty(), 0, held.fence()));
            }
        });
    }

    private Optional<Long> take(String worker, Duration time) {
        LeaseRow.Held held = row.lock();
        Instant now = clock.instant();
        boolean own = held.holder().filter(worker::equals).isPresent();
        if (held.holder().isPresent() && !own && held.until() > Words.micros(now)) {
            return Optional.empty();
        }
        long fence = own && store.carries(held.fence()) ? held.fence() : held.fence() + 1;
        row.write(new LeaseRow.Held(Optional.of(worker), Words.micros(now.plus(time)), fence));
        return Optional.of(fence);
    }
}
