package io.leadloop.spi;

/** What a vendor may or may not offer. */
public enum Capability {
    /** An update can name the version that it expects, and the vendor itself refuses when it moved. */
    CONDITIONAL_UPDATE,
    /** Merges, deletions and conversions are reported by {@link ChangeSource}. */
    REPORTS_RETIRED,
    /** Consent is written by a call of its own. */
    CONSENT_WRITE,

    /** Consent belongs to a mail address, not to a record, and can be read by it. */
    CONSENT_BY_ADDRESS,
    /** Records are tied by association, not by a field. */
    ASSOCIATIONS
}
