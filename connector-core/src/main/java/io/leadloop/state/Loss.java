package io.leadloop.state;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import java.time.Instant;

/**
 * A value that did not win. Kept, so that it can be shown and restored.
 *
 * @param id stable: the same value lost again has the same id
 * @param field the canonical field
 * @param at vendor time of the value
 * @param because why it lost, in words
 */
public record Loss(
        String id,
        String field,
        FieldValue value,
        RecordRef source,
        Instant at,
        Instant recordedAt,
        String because,
        boolean restored) {}
