package io.leadloop.reconcile;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;

/**
 * A field that does not hold what it should.
 *
 * @param field the vendor's field; empty if it is the whole record that is missing
 * @param expected what both sides agreed on, or what a plan would write
 */
public record Difference(RecordRef record, String field, FieldValue expected, FieldValue found) {}
