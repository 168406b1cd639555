package io.leadloop.app.doctor;

import io.leadloop.app.engine.AccountProbe;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingSet;
import io.leadloop.mapping.Target;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.SchemaInspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the account shows every object and field that the mappings read, and lets us write those that they write. */
final class FieldCheck {

    private static final int NAMED = 4;

    private final AccountProbe probe;
    private final MappingSet mappings;

    FieldCheck(AccountProbe probe, MappingSet mappings) {
        this.probe = probe;
        this.mappings = mappings;
    }

    Finding of(String check) {
        SchemaInspector schema = probe.connected().adapter().schema();
        Set<String> missing = new TreeSet<>();
        Set<String> locked = new TreeSet<>();
        int objects = 0;
        int fields = 0;
        for (Mapping mapping : mappings.mappings()) {
            if (!mapping.system().equals(probe.connected().system())) {
                continue;
            }
            for (ObjectType type : mapping.targets()) {
                objects++;
                Optional<ObjectSchema> found = schema.describe(type);
                if (found.isEmpty()) {
                    missing.add(type.value());
                    continue;
                }
                List<FieldName> needed = mapping.projection(type).fields();
                fields += needed.size();
                needed.stream()
                        .filter(field -> !found.get().fields().containsKey(field))
                        .forEach(field -> missing.add(type + "." + field));
                locked(mapping, type, found.get()).forEach(field -> locked.add(type + "." + field));
            }
        }
        if (missing.isEmpty() && locked.isEmpty()) {
            return Finding.ok(check, fields + " fields of " + objects + " objects are there");
        }
        return new Finding(check, Finding.State.REFUSED, what(missing, locked), fix(missing), all(missing, locked));
    }

    private static List<FieldName> locked(Mapping mapping, ObjectType type, ObjectSchema schema) {
        return mapping.rows().stream()
                .filter(row -> !row.consentCall())
                .map(row -> row.on(type))
                .flatMap(Optional::stream)
                .filter(target -> target.direction().writes())
                .map(Target::field)
                .filter(field -> schema.fields().containsKey(field)
                        && !schema.fields().get(field).writable())
                .toList();
    }

    private static String what(Set<String> missing, Set<String> locked) {
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add("missing or hidden: " + names(missing));
        }
        if (!locked.isEmpty()) {
            parts.add("cannot be written: " + names(locked));
        }
        return String.join("; ", parts);
    }

    /** The document has them all. */
    private static String names(Set<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
    }

    private String fix(Set<String> missing) {
        String rights = probe.isHubSpot() ? "give the token its scope" : "give the integration user access to it";
        return missing.isEmpty()
                ? "Make each writable: " + rights
                : "Make each as docs/footprint.md describes it, or " + rights + ", or take it out of the mappings";
    }

    private static List<String> all(Set<String> missing, Set<String> locked) {
        Set<String> all = new TreeSet<>(missing);
        all.addAll(locked);
        return List.copyOf(all);
    }
}
