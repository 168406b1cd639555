package io.leadloop.mapping;

import io.leadloop.canonical.Direction;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.WritePolicy;
import io.leadloop.language.Expression;
import io.leadloop.language.Expressions;
import io.leadloop.language.Problems;
import io.leadloop.language.Spelling;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of one mapping file. */
final class RowFile {

    private static final List<String> KEYS =
            List.of("direction", "write", "values", "default", "expression", "answers", "forward-only", "through");

    private enum Through {
        FIELD,
        CONSENT
    }

    private final CanonicalKind canonical;
    private final List<String> targets;
    private final Map<String, ValueTable> values;
    private final Expressions expressions;
    private final Problems problems;

    RowFile(
            CanonicalKind canonical,
            List<ObjectType> targets,
            Map<String, ValueTable> values,
            Expressions expressions,
            Problems problems) {
        this.canonical = canonical;
        this.targets = targets.stream().map(ObjectType::value).toList();
        this.values = values;
        this.expressions = expressions;
        this.problems = problems;
    }

    /** Empty if the row names no canonical field. */
    Optional<Row> read(YamlTable row) {
        String thing = canonical.kind().word();
        String own = targets.contains(thing) ? "canonical" : thing;
        List<String> keys = new ArrayList<>(KEYS);
        keys.add(own);
        keys.addAll(targets);
        row.allow(keys, problems);
        String name = row.required(own, problems);
        CanonicalField field = canonical.fields().get(name);
        if (field == null) {
            problems.add(
                    "'" + name + "' is no field of " + thing,
                    row.get(own).map(YamlNode::where).orElse(row.where()),
                    Spelling.fix(
                            name,
                            canonical.fields().keySet(),
                            "Declare it in " + canonical.where().file()));
            return Optional.empty();
        }
        row.required("direction", problems);
        Direction direction = row.word("direction", Direction.class, Direction.BOTH, problems);
        WritePolicy write = row.word("write", WritePolicy.class, WritePolicy.ALWAYS, problems);
        Optional<ValueTable> table = table(row);
        Map<ObjectType, Target> at = targets(row, direction, write, table);
        Optional<Expression> expression =
                row.scalar("expression", problems).flatMap(text -> expressions.value(text, problems));
        check(row, direction, at, expression.isPresent());
        return Optional.of(new Row(
                name,
                field.type(),
                at,
                direction,
                write,
                expression,
                table,
                row.text("default", problems),
                AnswersFile.read(row.table("answers", problems), at, problems),
                row.texts("forward-only", problems).stream()
                        .map(YamlNode.Scalar::text)
                        .toList(),
                row.word("through", Through.class, Through.FIELD, problems) == Through.CONSENT,
                row.where()));
    }

    private void check(YamlTable row, Direction direction, Map<ObjectType, Target> at, boolean computed) {
        if (computed && direction == Direction.BOTH) {
            problems.add(
                    "An expression goes one way, this row goes both",
                    row.whereOf("direction"),
                    "Write 'direction: in' or 'direction: out', and a second row for the other way");
        }
        if (at.isEmpty() && row.get("expression").isEmpty()) {
            problems.add(
                    "The row names no field of " + String.join(" or ", targets),
                    row.where(),
                    "Add '" + (targets.isEmpty() ? "Lead" : targets.get(0)) + ": FieldName'");
        }
    }

    private Optional<ValueTable> table(YamlTable row) {
        Optional<YamlNode.Scalar> name = row.scalar("values", problems);
        if (name.isPresent() && !values.containsKey(name.get().text())) {
            problems.add(
                    "There is no value table '" + name.get().text() + "'",
                    name.get().where(),
                    Spelling.fix(
                            name.get().text(),
                            values.keySet(),
                            "Add a file with 'values: " + name.get().text() + "'"));
        }
        return name.map(text -> values.get(text.text()));
    }

    private Map<ObjectType, Target> targets(
            YamlTable row, Direction direction, WritePolicy write, Optional<ValueTable> table) {
        Map<ObjectType, Target> at = new LinkedHashMap<>();
        for (String type : targets) {
            Optional<YamlNode> node = row.get(type);
            if (node.isEmpty()) {
                continue;
            }
            Direction narrowed = direction;
            WritePolicy policy = write;
            Optional<String> name;
            if (node.get() instanceof YamlTable own) {
                own.allow(List.of("field", "direction", "write"), problems);
                name = Optional.of(own.required("field", problems));
                narrowed = narrow(own, direction);
                policy = own.word("write", WritePolicy.class, write, problems);
            } else {
                name = row.text(type, problems);
            }
            if (name.isPresent() && !name.get().isEmpty()) {
                FieldName field = new FieldName(name.get());
                Optional<ValueColumn> column = table.flatMap(words -> column(words, type, field, node.get()));
                at.put(new ObjectType(type), new Target(field, narrowed, policy, column));
            }
        }
        return at;
    }

    private Direction narrow(YamlTable own, Direction direction) {
        Direction wanted = own.word("direction", Direction.class, direction, problems);
        if (wanted != direction && direction != Direction.BOTH) {
            problems.add(
                    "A target can only narrow the row's direction",
                    own.whereOf("direction"),
                    "Remove it, or write 'direction: both' in the row");
            return direction;
        }
        return wanted;
    }

    private Optional<ValueColumn> column(ValueTable table, String type, FieldName field, YamlNode at) {
        String full = type + "." + field;
        Optional<ValueColumn> column = table.column(full).or(() -> table.column(field.value()));
        if (column.isEmpty()) {
            problems.add(
                    "The value table '" + table.name() + "' has no words for " + full,
                    at.where(),
                    "Add '" + full + ":' to each row of " + table.where().file());
        }
        return column;
    }
}
