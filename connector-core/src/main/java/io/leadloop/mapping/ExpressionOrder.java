package io.leadloop.mapping;

import io.leadloop.canonical.Kind;
import io.leadloop.language.Expression;
import io.leadloop.language.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts rows that are computed while reading behind those that they are computed from; notes a cycle. */
final class ExpressionOrder {

    private final String prefix;
    private final List<Row> rows;
    private final Problems problems;
    private final Set<Row> done = new LinkedHashSet<>();

    private ExpressionOrder(Kind kind, List<Row> rows, Problems problems) {
        this.prefix = kind.word() + ".";
        this.rows = rows;
        this.problems = problems;
    }

    static List<Row> sort(Kind kind, List<Row> rows, Problems problems) {
        ExpressionOrder order = new ExpressionOrder(kind, rows, problems);
        rows.stream().filter(row -> !row.computesInward()).forEach(order.done::add);
        rows.forEach(row -> order.visit(row, List.of()));
        return List.copyOf(order.done);
    }

    private void visit(Row row, List<Row> path) {
        if (done.contains(row)) {
            return;
        }
        if (path.contains(row)) {
            cycle(path.subList(path.indexOf(row), path.size()));
            return;
        }
        List<Row> longer = new ArrayList<>(path);
        longer.add(row);
        for (Row other : rows) {
            if (other.computesInward() && reads(row, other)) {
                visit(other, longer);
            }
        }
        done.add(row);
    }

    private boolean reads(Row row, Row other) {
        return row.expression().map(Expression::reads).orElse(Set.of()).contains(prefix + other.canonical());
    }

    private void cycle(List<Row> rows) {
        List<String> names = rows.stream().map(Row::canonical).toList();
        problems.add(
                "The expressions go in a circle: " + String.join(", ", names) + " and again " + names.get(0),
                rows.get(0).where(),
                "Compute one of them from vendor fields instead");
    }
}
