package io.leadloop.language;

import io.leadloop.canonical.FieldType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression may name. {@code thing.field} with the field's type; a thing that is open (raw vendor fields of a
 * role) takes any field, as text. Fields of the thing with the empty name are written without a prefix.
 */
public final class Names {

    /** Nothing can be named. */
    public static final Names NONE = new Names(Map.of(), Set.of());

    private final Map<String, Map<String, FieldType>> things;
    private final Set<String> open;

    private Names(Map<String, Map<String, FieldType>> things, Set<String> open) {
        this.things = Map.copyOf(things);
        this.open = Set.copyOf(open);
    }

    public Names and(String thing, Map<String, FieldType> fields) {
        Map<String, Map<String, FieldType>> all = new LinkedHashMap<>(things);
        all.put(thing, Map.copyOf(fields));
        return new Names(all, open);
    }

    public Names andOpen(String thing) {
        Set<String> all = new HashSet<>(open);
        all.add(thing);
        return new Names(things, all);
    }

    Set<String> things() {
        Set<String> all = new HashSet<>(things.keySet());
        all.addAll(open);
        all.remove("");
        return all;
    }

    Set<String> fields(String thing) {
        return things.getOrDefault(thing, Map.of()).keySet();
    }

    /** Empty if there is no such field. */
    Optional<FieldType> type(String thing, String field) {
        return open.contains(thing)
                ? Optional.of(FieldType.TEXT)
                : Optional.ofNullable(things.getOrDefault(thing, Map.of()).get(field));
    }
}
