package io.leadloop.lifecycle;

/** When a reason may be given. */
public enum Phase {
    /** Before contact: the hand-off is rejected. */
    BEFORE,
    /** After acceptance: the lead is disqualified. */
    AFTER,
    /** On a lost opportunity. */
    LOST,
    /** By us, never by a person's choice. */
    SYSTEM
}
