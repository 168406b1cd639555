package io.leadloop.state;

/** What part a record plays among the records of one aggregate. */
public enum Standing {
    /** Fields are written here; one for each connection and object type. */
    PRIMARY,
    /** A twin of the primary: consent and feedback reach it, fields do not. */
    FOLLOWER,
    /** Merged away or converted; the facet names its survivor. */
    RETIRED,
    /** Deleted by the other side: a tombstone that blocks a new record until a person or a new cycle lifts it. */
    DELETED
}
