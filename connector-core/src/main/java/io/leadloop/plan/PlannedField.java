package io.leadloop.plan;

import io.leadloop.canonical.FieldValue;

/**
 * @param before what stands there as far as we know; blank when unknown
 * @param after what is to stand there
 * @param canonical the canonical field
 * @param shared others write this vendor field too
 * @param because the rule, in words
 * @param where file and line of the mapping row
 */
public record PlannedField(
        FieldValue before, FieldValue after, String canonical, boolean shared, String because, String where) {}
