package io.leadloop.ledger;

import io.leadloop.canonical.AggregateId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the ledger; entries are written through the unit of work alone. */
public interface SyncLedger {

    /**
     * Entries that may be sent now: PLANNED, due, and with no other entry of the same record in flight or unknown. Most
     * urgent lane first, then in order of planning; at most one for each record.
     */
    List<Entry> claimable(Instant now, int limit);

    /** How many wait for nothing but their turn, by what they are; in any order. Costs a look at each of them. */
    List<Waiting> waiting(Instant now);

    /** Entries whose outcome must be found out: UNKNOWN, and IN_FLIGHT with a lease that ran out. */
    List<Entry> stranded(Instant now, int limit);

    /** Entries of these aggregates that can still reach the vendor, in order of planning. */
    Map<AggregateId, List<Entry>> open(Collection<AggregateId> ids);

    /** All entries that can still reach the vendor, in order of planning: for a copy of the ledger's living part. */
    List<Entry> allOpen();

    /** All entries of an aggregate, in order of planning. */
    List<Entry> of(AggregateId id);

    Optional<Entry> entry(String id);

    /** HELD and QUARANTINED, oldest first. */
    List<Entry> parked(int limit);

    /** Number of entries by state; states without entries are absent. */
    Map<EntryState, Long> counts();

    Optional<Receipt> receipt(String id);

    /** When the earliest PLANNED entry may be tried, also if that is past. */
    Optional<Instant> nextDue();
}
