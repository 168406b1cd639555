package io.leadloop.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression can see: named things with their fields, such as {@code person.email}, {@code company.employees},
 * and per role the vendor's own fields, such as {@code marketing.lifecyclestage}. A field that is absent is unknown; a
 * blank one is known to be empty, and {@code has()} is false for both. Maps that are given belong to the view from then on.
 */
public record View(Map<String, Map<String, FieldValue>> things) implements Seen {

    public View {
        things = Collections.unmodifiableMap(things);
    }

    public static View of(String thing, Map<String, FieldValue> fields) {
        return new View(Map.of(thing, fields));
    }

    public View and(String thing, Map<String, FieldValue> fields) {
        Map<String, Map<String, FieldValue>> all = new LinkedHashMap<>(things);
        all.put(thing, fields);
        return new View(all);
    }

    public Map<String, FieldValue> fields(String thing) {
        return Collections.unmodifiableMap(things.getOrDefault(thing, Map.of()));
    }

    @Override
    public Optional<FieldValue> field(String thing, String name) {
        Map<String, FieldValue> fields = things.get(thing);
        return fields == null ? Optional.empty() : Optional.ofNullable(fields.get(name));
    }
}
