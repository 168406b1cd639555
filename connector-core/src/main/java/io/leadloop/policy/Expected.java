package io.leadloop.policy;

/**
 * Records that a run is going to write, each counted once, what follows from its first plan included.
 *
 * @param creates new records
 * @param updates records that were there before
 */
public record Expected(long creates, long updates) {}
