package io.leadloop.ledger;

/** Where an intended write stands. */
public enum EntryState {
    /** Decided, not yet tried, or released to be tried again. */
    PLANNED,
    /** An attempt is on its way; its lease says until when. */
    IN_FLIGHT,
    /** Perhaps applied: must be read back. */
    UNKNOWN,
    APPLIED,
    /** Waits for something else: a need that failed, a pause, a ceiling. */
    HELD,
    /** The vendor refuses it, or we cannot; waits with its reason until released. */
    QUARANTINED,
    /** Overtaken by a later plan; never tried again. */
    SUPERSEDED;

    /** Whether it can still reach the vendor. */
    public boolean isOpen() {
        return this != APPLIED && this != SUPERSEDED;
    }
}
