package io.leadloop.canonical;

import java.time.Instant;

/**
 * One step of a lead's way.
 *
 * @param cycle the hand-off's cycle, 0 before the first
 * @param by who or what moved it: a vendor user, {@code marketing}, {@code system}
 * @param because one sentence
 * @param inferred the time was filled in, because the step was skipped
 */
public record Move(
        int cycle, LifecycleState from, LifecycleState to, Instant at, String by, String because, boolean inferred) {}
