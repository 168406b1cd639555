package io.leadloop.state;

import io.leadloop.canonical.FieldValue;
import java.time.Instant;

/**
 * The last value of a vendor field that both sides agree on, in the vendor's own text.
 *
 * @param at vendor time at which the value is known to have stood there
 * @param ours we wrote it
 */
public record Agreed(FieldValue value, Instant at, boolean ours) {}
