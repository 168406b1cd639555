package io.leadloop.lifecycle;

/** What an answer still lacks. */
public enum Ask {
    REASON,
    /** The day to come back. */
    DATE,
    /** A few words: which competitor, which capability. */
    COMMENT
}
