package io.leadloop.mapping;

import io.leadloop.canonical.Direction;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.SystemId;
import io.leadloop.canonical.WritePolicy;
import io.leadloop.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields of a kind with all systems side by side, for a person to read. */
public final class MappingTable {

    private MappingTable() {}

    /**
     * @param cells by system, what stands for the field there
     * @param rule who wins
     * @param notes what else one should know, such as {@code 8 values, 1 lossy}; in the order of importance
     */
    public record Line(String field, Map<SystemId, Cell> cells, FieldRule rule, List<String> notes) {
        public Line {
            cells = Map.copyOf(cells);
            notes = List.copyOf(notes);
        }

        /** {@code <->}, {@code ->} or {@code <-} between two systems; empty if it travels nowhere. */
        public String arrow(SystemId left, SystemId right) {
            boolean toRight = reads(left) && writes(right);
            boolean toLeft = reads(right) && writes(left);
            return toRight && toLeft ? "<->" : toRight ? "->" : toLeft ? "<-" : oneSided(left, right);
        }

        private String oneSided(SystemId left, SystemId right) {
            boolean ours = rule instanceof FieldRule.Computed;
            return ours && writes(right) && writes(left)
                    ? "<->"
                    : ours && writes(right) ? "->" : ours && writes(left) ? "<-" : "";
        }

        private boolean reads(SystemId system) {
            return Optional.ofNullable(cells.get(system))
                    .filter(cell -> cell.direction().reads())
                    .isPresent();
        }

        private boolean writes(SystemId system) {
            return Optional.ofNullable(cells.get(system))
                    .filter(cell -> cell.direction().writes())
                    .isPresent();
        }
    }

    /** @param fields such as {@code Lead.Title}; without the object type where the mapping has only one */
    public record Cell(List<String> fields, Direction direction) {
        public Cell {
            fields = List.copyOf(fields);
        }
    }

    /** One line for each canonical field that any mapping names, in the order of the canonical file. */
    public static List<Line> of(MappingSet set, Kind kind) {
        List<Mapping> mappings = set.mappings().stream()
                .filter(mapping -> mapping.kind() == kind)
                .toList();
        List<Line> lines = new ArrayList<>();
        for (CanonicalField field : set.fields(kind).values()) {
            Map<SystemId, Cell> cells = new TreeMap<>();
            TreeSet<String> notes = new TreeSet<>();
            for (Mapping mapping : mappings) {
                List<Row> rows = mapping.rows().stream()
                        .filter(row -> row.canonical().equals(field.name()))
                        .toList();
                rows.forEach(row -> note(row, notes));
                if (!rows.isEmpty()) {
                    cells.merge(mapping.system(), cell(mapping, rows), MappingTable::join);
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(field.name(), cells, field.rule(), List.copyOf(notes)));
            }
        }
        return lines;
    }

    private static Cell cell(Mapping mapping, List<Row> rows) {
        List<String> fields = new ArrayList<>();
        for (Row row : rows) {
            row.fields()
                    .forEach((type, field) ->
                            fields.add(mapping.targets().size() == 1 ? field.value() : type + "." + field));
        }
        return new Cell(
                fields,
                rows.stream().map(Row::direction).reduce(MappingTable::both).orElseThrow());
    }

    private static Cell join(Cell one, Cell other) {
        List<String> fields = new ArrayList<>(one.fields());
        fields.addAll(other.fields());
        return new Cell(fields, both(one.direction(), other.direction()));
    }

    private static Direction both(Direction one, Direction other) {
        return one == other ? one : Direction.BOTH;
    }

    private static void note(Row row, TreeSet<String> notes) {
        if (row.write() != WritePolicy.ALWAYS) {
            notes.add(Words.of(row.write()));
        }
        if (!row.answers().isEmpty()) {
            notes.add("answers in the CRM move it");
        }
        if (!row.forwardOnly().isEmpty()) {
            notes.add("forward only");
        }
        row.expression().ifPresent(expression -> notes.add("fx"));
        row.values().ifPresent(table -> {
            long lossy = row.targets().values().stream()
                    .flatMap(at -> at.values().stream())
                    .flatMap(column -> column.lossy().stream())
                    .distinct()
                    .count();
            notes.add(table.rows().size() + " values" + (lossy == 0 ? "" : ", " + lossy + " lossy"));
        });
    }
}
