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
    /** Waits for something else: credentials, a pause, a ceiling. */
    HELD,
    /** The vendor refuses it, or we cannot; waits with its reason until released. */
    QUARANTINED,
    /** Overtaken by a later plan; never tried again. */
    SUPERSEDED;

    /**
     * What is applied or overtaken stays so; what waits is sent only by way of being planned. A restored store does not
     * know whether it was sent what it planned.
     */
    public boolean mayBecome(EntryState next) {
        return switch (this) {
            case PLANNED -> next != PLANNED && next != APPLIED;
            case IN_FLIGHT -> next != IN_FLIGHT;
            case UNKNOWN -> next != IN_FLIGHT;
            case HELD, QUARANTINED -> next == PLANNED || next == SUPERSEDED;
            case APPLIED, SUPERSEDED -> false;
        };
    }

    /** Whether it can still reach the vendor. */
    public boolean isOpen() {
        return this != APPLIED && this != SUPERSEDED;
    }
}
