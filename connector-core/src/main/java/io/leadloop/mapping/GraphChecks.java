package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the files must be together: one writer for each vendor field, one reader, one rule, one mapping. */
final class GraphChecks {

    private final Map<Kind, CanonicalKind> kinds;
    private final List<Mapping> mappings;
    private final Map<String, YamlTable> others;
    private final Problems problems;

    GraphChecks(
            Map<Kind, CanonicalKind> kinds, List<Mapping> mappings, Map<String, YamlTable> others, Problems problems) {
        this.kinds = kinds;
        this.mappings = mappings;
        this.others = others;
        this.problems = problems;
    }

    void run() {
        oneMapping();
        oneWriter();
        mappings.forEach(this::oneReader);
        kinds.values().forEach(this::oneRule);
        new StatusChecks(mappings, others, problems).run();
        new FootprintCheck(others, problems).run(mappings);
    }

    private void oneMapping() {
        Map<String, Location> names = new HashMap<>();
        Map<String, Location> owners = new HashMap<>();
        for (Mapping mapping : mappings) {
            once(names, mapping.name(), mapping.where(), "The mapping '" + mapping.name() + "'");
            for (ObjectType target : mapping.targets()) {
                String owned = mapping.system() + "/" + target;
                once(owners, owned, mapping.where(), "A mapping of " + owned);
            }
            if (mapping.part().isEmpty()) {
                String kind = mapping.system() + " as " + mapping.kind().word();
                once(owners, kind, mapping.where(), "A mapping of " + kind);
            }
        }
    }

    private void once(Map<String, Location> seen, String key, Location where, String what) {
        Location earlier = seen.putIfAbsent(key, where);
        if (earlier != null) {
            problems.add(what + " is also at " + earlier, where, "Join the two, or name a 'part:' in this one");
        }
    }

    private void oneWriter() {
        Map<String, Location> writers = new HashMap<>();
        for (Mapping mapping : mappings) {
            for (Row row : mapping.rows()) {
                row.targets().forEach((type, at) -> {
                    if (at.direction().writes()) {
                        writer(writers, mapping, type, at.field(), row);
                    }
                });
            }
        }
    }

    private void writer(Map<String, Location> writers, Mapping mapping, ObjectType type, FieldName field, Row row) {
        Location earlier = writers.putIfAbsent(mapping.system() + "/" + type + "." + field, row.where());
        if (earlier != null) {
            problems.add(
                    "Two rows write " + type + "." + field + ", the other is at " + earlier,
                    row.where(),
                    "Write 'direction: in' in one of them, or remove it");
        }
    }

    private void oneReader(Mapping mapping) {
        Map<String, Location> readers = new HashMap<>();
        for (Row row : mapping.rows()) {
            row.targets().forEach((type, at) -> {
                Location earlier =
                        at.direction().reads() ? readers.putIfAbsent(type + "." + row.canonical(), row.where()) : null;
                if (earlier != null) {
                    problems.add(
                            "'" + row.canonical() + "' is read twice from " + type + ", the other row is at " + earlier,
                            row.where(),
                            "Write 'direction: out' in one of them");
                }
            });
        }
    }

    private void oneRule(CanonicalKind kind) {
        for (CanonicalField field : kind.fields().values()) {
            List<Location> readers = rows(kind.kind(), field.name(), true);
            List<Location> writers = rows(kind.kind(), field.name(), false);
            if (!kind.ruled().contains(field.name()) && !readers.isEmpty() && !writers.isEmpty()) {
                problems.add(
                        "Nobody says who wins '" + field.name() + "', which is read at " + readers.get(0)
                                + " and written at " + writers.get(0),
                        field.where(),
                        "Add '" + field.name() + ": newest' or another rule under 'rules:'");
            }
        }
    }

    private List<Location> rows(Kind kind, String canonical, boolean reading) {
        return mappings.stream()
                .filter(mapping -> mapping.kind() == kind)
                .flatMap(mapping -> mapping.rows().stream())
                .filter(row -> row.canonical().equals(canonical))
                .filter(row ->
                        reading ? row.direction().reads() : row.direction().writes())
                .map(Row::where)
                .toList();
    }
}
