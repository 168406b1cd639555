package io.leadloop.mapping;

import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.Kind;
import io.leadloop.language.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One canonical file: the fields of a kind, in the order of the file, and which of them a rule was stated for. */
record CanonicalKind(Kind kind, Map<String, CanonicalField> fields, Set<String> ruled, Location where) {

    CanonicalKind {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        ruled = Set.copyOf(ruled);
    }

    Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        fields.forEach((name, field) -> types.put(name, field.type()));
        return types;
    }
}
