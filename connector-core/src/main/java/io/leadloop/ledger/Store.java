package io.leadloop.ledger;

import io.leadloop.intake.Inbox;
import io.leadloop.intake.InternalChanges;
import io.leadloop.review.ReviewStore;
import io.leadloop.state.StateStore;
import java.time.Instant;
import java.util.Optional;

/** All ports of one store together: what it reads is what its own unit of work committed. */
public interface Store extends StateStore, SyncLedger, UnitOfWork, InternalChanges, Inbox, ReviewStore {

    /** The earlier of the earliest PLANNED entry's next try and the earliest internal change; also if that is past. */
    @Override
    Optional<Instant> nextDue();
}
