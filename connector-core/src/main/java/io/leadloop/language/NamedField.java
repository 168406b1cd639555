package io.leadloop.language;

import io.leadloop.canonical.FieldType;

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
}
