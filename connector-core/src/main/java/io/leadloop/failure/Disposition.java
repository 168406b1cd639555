package io.leadloop.failure;

/** What follows from a failure. */
public enum Disposition {
    /** The same write again, later. */
    RETRY,
    /** Ask the vendor whether it was applied; then settle or release. */
    READ_BACK,
    /** Read the record and decide anew. */
    PLAN_AGAIN,
    /** Wait, with the reason, until a person or a change releases it. */
    QUARANTINE,
    /** Stop the connection until a person has repaired it. */
    HOLD_CONNECTION
}
