package io.leadloop.canonical;

/** Where a lead stands within its cycle; REJECTED, REROUTED and EXPIRED are momentary and lead on at once. */
public enum LifecycleState {
    TARGET,
    INQUIRY,
    NURTURE,
    QUALIFIED,
    HANDED_OFF,
    ACCEPTED,
    WORKING,
    SALES_QUALIFIED,
    OPPORTUNITY,
    WON,
    LOST,
    REJECTED,
    DISQUALIFIED,
    DATA_FIX,
    REROUTED,
    EXPIRED,
    SUPPRESSED
}
