package io.leadloop.state;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * The value of a canonical field that holds, and why.
 *
 * @param source the record that it came from; empty if it was computed
 * @param notBefore earliest vendor time at which the value can have been set
 * @param at latest vendor time at which the value can have been set
 * @param recordedAt when we learned it
 * @param because the rule that chose it, in words
 * @param where the line of the file that says so
 */
public record Fact(
        FieldValue value,
        Optional<RecordRef> source,
        Instant notBefore,
        Instant at,
        Instant recordedAt,
        String because,
        String where) {

    /** Another value, known from the same place. */
    public Fact saying(FieldValue other) {
        return new Fact(other, source, notBefore, at, recordedAt, because, where);
    }
}
