package io.leadloop.ledger;

import io.leadloop.canonical.FieldValue;

/**
 * One field of an intended write.
 *
 * @param before the agreed value at planning; blank when there was none
 * @param after what is to stand there
 * @param field the canonical field
 * @param shared people or other programs write this field too, so the write names the version that was read
 * @param because the rule, in words
 * @param where file and line of the mapping row
 */
public record Delta(FieldValue before, FieldValue after, String field, boolean shared, String because, String where) {}
