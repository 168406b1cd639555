package io.leadloop.language;

import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.Seen;

/** A field that an expression names. */
record NamedField(String thing, String field, FieldType type) {

    /** The name of the variable that stands for it: {@code person.email}. */
    String name() {
        return thing.isEmpty() ? field : thing + "." + field;
    }

    /** The name of the variable that says whether it has a value; no field can be named so. */
    String presence() {
        return presence(thing, field);
    }

    static String presence(String thing, String field) {
        return "has__" + thing + "__" + field;
    }

    /** In CEL's world, {@link CelValues#UNKNOWN} if absent. */
    Object value(Seen seen) {
        return seen.field(thing, field)
                .map(value -> CelValues.toCel(value, type))
                .orElse(CelValues.UNKNOWN);
    }

    boolean isFilled(Seen seen) {
        return seen.field(thing, field).filter(value -> !value.isBlank()).isPresent();
    }
}
