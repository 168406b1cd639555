package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Store;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingSet;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Publication;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fields that are mapped in another way than before, and what they would change in records that were there before. */
public final class MappingApply {

    private MappingApply() {}

    /** Whether a pass has read these files, without which nothing can be counted. */
    public static boolean isRead(Configuration configuration, OpenStore opened) {
        return Publication.knows(opened.store(), Rules.of(configuration).mappings());
    }

    /** What waits, of a mapping, of a kind, or the one field {@code person.jobTitle}. */
    public static Set<String> waiting(Configuration configuration, OpenStore opened, String name) {
        MappingSet mappings = Rules.of(configuration).mappings();
        Set<String> found = new LinkedHashSet<>();
        for (String field : Publication.waiting(opened.store())) {
            boolean isOfMapping = mappings.mappings().stream()
                    .filter(mapping -> mapping.name().equals(name))
                    .anyMatch(mapping -> carries(mapping, field));
            if (isOfMapping || field.equals(name) || field.startsWith(name + ".")) {
                found.add(field);
            }
        }
        return found;
    }

    private static boolean carries(Mapping mapping, String field) {
        return mapping.rows().stream()
                .anyMatch(row -> field.equals(mapping.kind().word() + "." + row.canonical()));
    }

    /** Records that would change, by {@code connection object.field}. Reads no vendor, writes nothing. */
    public static Map<String, Long> count(Configuration configuration, OpenStore opened, Set<String> fields) {
        try (Engine engine = Engine.of(configuration, opened)) {
            RehearsalRoom room = engine.room();
            Set<String> before = wanted(room.store(), fields).keySet();
            room.play(there -> {
                new Publication(room.setup(), room.store())
                        .apply(fields, engine.clock().instant());
                there.planOwn();
                return new PassReport(0, 0, 0, 0, false, false);
            });
            Map<String, Long> counts = new TreeMap<>();
            wanted(room.store(), fields).forEach((place, what) -> {
                if (!before.contains(place)) {
                    counts.merge(what, 1L, Long::sum);
                }
            });
            return counts;
        }
    }

    /** Each field of each record that waits to be written: what it is, by where it is. */
    private static Map<String, String> wanted(Store store, Set<String> fields) {
        Map<String, String> wanted = new TreeMap<>();
        for (Entry entry : store.allOpen()) {
            entry.deltas().forEach((field, delta) -> {
                if (fields.contains(entry.aggregate().kind().word() + "." + delta.field())) {
                    String what = entry.slot().connection() + " " + entry.slot().type() + "." + field;
                    wanted.put(entry.aggregate() + " " + entry.slot() + " " + field, what);
                }
            });
        }
        return wanted;
    }

    /** Lets the fields touch every record; the next pass writes. Returns how many people, companies and so on are planned again. */
    public static int apply(Configuration configuration, OpenStore opened, Set<String> fields) {
        try (Engine engine = Engine.of(configuration, opened)) {
            return new Publication(engine.setup(), opened.store())
                    .apply(new TreeSet<>(fields), engine.clock().instant());
        }
    }
}
