package io.leadloop.ledger;

import io.leadloop.canonical.FieldValue;

/**
 * One field of an intended write.
 *
 * @param before the agreed value at planning; blank when there was none
 * @param after what is to stand there
 * @param field the canonical field
 * @param because the rule, in words
 * @param where file and line of the mapping row
 */
public record Delta(FieldValue before, FieldValue after, String field, String because, String where) {}
