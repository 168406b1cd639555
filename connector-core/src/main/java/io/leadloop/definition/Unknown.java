package io.leadloop.definition;

/** What becomes of a fit criterion whose field nobody knows. */
public enum Unknown {
    /** It counts as not met. */
    FAIL,
    /** It counts as met. */
    PASS,
    /** It stays unknown, and the person goes to enrichment. */
    FIX,
    /** It stays unknown; the default. */
    STAY
}
