package io.leadloop.canonical;

/** Order of importance of writes, most urgent first; the first two keep a share of the API allowance. */
public enum Lane {
    CONSENT,
    FEEDBACK,
    STATUS,
    ATTRIBUTION,
    BACKFILL
}
