package io.leadloop.failure;

/** What went wrong, in the words that decide what happens next. */
public enum FailureKind {
    /** The vendor or the way to it is down for now; nothing was applied. */
    TRANSIENT(Disposition.RETRY),
    /** A rate or daily limit; nothing was applied. */
    THROTTLED(Disposition.RETRY),
    /** The credentials are refused: every call of the connection waits for a person. */
    UNAUTHENTICATED(Disposition.HOLD_CONNECTION),
    /** A right or scope is missing. */
    FORBIDDEN(Disposition.QUARANTINE),
    /** The record is gone, merged or converted: find out which, then plan again. */
    NOT_FOUND(Disposition.PLAN_AGAIN),
    /** The record moved under us, or the key is taken: read, then plan again. */
    CONFLICT(Disposition.PLAN_AGAIN),
    /** The vendor refuses this content; it will refuse it again. */
    INVALID(Disposition.QUARANTINE),
    /** It may have been applied: read back before anything else. */
    UNKNOWN_OUTCOME(Disposition.READ_BACK),
    /** The account lacks a field, an object or a setting. */
    MISCONFIGURED(Disposition.QUARANTINE),
    /** A fault of ours. */
    INTERNAL(Disposition.QUARANTINE);

    private final Disposition disposition;

    FailureKind(Disposition disposition) {
        this.disposition = disposition;
    }

    public Disposition disposition() {
        return disposition;
    }
}
