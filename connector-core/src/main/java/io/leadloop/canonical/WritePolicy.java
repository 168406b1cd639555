package io.leadloop.canonical;

/** When a target field may be written at all, whatever the rule decided. */
public enum WritePolicy {
    ALWAYS,
    /** Only while the target is blank; what stands there stays. */
    ONLY_IF_BLANK,
    /** Once by us; whatever happens to it later is not our business. */
    WRITE_ONCE
}
