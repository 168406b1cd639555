package io.leadloop.merge;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import java.time.Instant;

/**
 * A canonical value as one record has it now.
 *
 * @param role of the record's connection
 * @param notBefore the value was set after this vendor time; only the record's own times are known, so it is an interval
 * @param at and not after this one
 */
public record Observation(FieldValue value, RecordRef source, Role role, Instant notBefore, Instant at) {}
