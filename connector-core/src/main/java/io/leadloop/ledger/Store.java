package io.leadloop.ledger;

import io.leadloop.intake.InternalChanges;
import io.leadloop.review.ReviewStore;
import io.leadloop.state.StateStore;

/** All ports of one store together: what it reads is what its own unit of work committed. */
public interface Store extends StateStore, SyncLedger, UnitOfWork, InternalChanges, ReviewStore {}
