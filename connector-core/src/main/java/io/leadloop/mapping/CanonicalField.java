package io.leadloop.mapping;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldType;
import io.leadloop.language.Location;

/**
 * A field of a canonical kind and who wins it.
 *
 * @param rule {@code newest} where the file states none, which only a field that travels one way may do
 * @param where the line of the rule, or of the field if there is no rule
 * @param revision of the canonical file
 */
public record CanonicalField(String name, FieldType type, FieldRule rule, Location where, int revision) {}
