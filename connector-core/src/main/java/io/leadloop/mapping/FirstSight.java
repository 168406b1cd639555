package io.leadloop.mapping;

/** What happens to two values that differ when two records are linked for the first time. */
public enum FirstSight {
    /** Both stay and are listed. */
    KEEP_BOTH,
    CRM,
    MARKETING,
    ONLY_IF_BLANK
}
