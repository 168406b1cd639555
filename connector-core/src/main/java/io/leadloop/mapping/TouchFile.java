package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Condition;
import io.leadloop.language.Expressions;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code touchpoints}: the object type with the label's field, the time's field, types by pattern. */
final class TouchFile {

    private final List<String> targets;
    private final Expressions expressions;
    private final Problems problems;

    TouchFile(List<ObjectType> targets, Expressions expressions, Problems problems) {
        this.targets = targets.stream().map(ObjectType::value).toList();
        this.expressions = expressions;
        this.problems = problems;
    }

    List<TouchRule> read(List<YamlTable> rows) {
        List<TouchRule> rules = new ArrayList<>();
        rows.forEach(row -> read(row).ifPresent(rules::add));
        return rules;
    }

    private Optional<TouchRule> read(YamlTable row) {
        List<String> keys = new ArrayList<>(List.of("at", "channel", "types", "when"));
        keys.addAll(targets);
        row.allow(keys, problems);
        Optional<String> target =
                targets.stream().filter(type -> row.get(type).isPresent()).findFirst();
        String at = row.required("at", problems);
        if (target.isEmpty()) {
            problems.add(
                    "The touchpoint names no field of " + String.join(" or ", targets),
                    row.where(),
                    "Add '" + targets.stream().findFirst().orElse("Lead") + ": FieldName' for its label");
            return Optional.empty();
        }
        Optional<Condition> when = row.scalar("when", problems).flatMap(text -> expressions.condition(text, problems));
        return Optional.of(new TouchRule(
                new ObjectType(target.get()),
                new FieldName(row.required(target.get(), problems)),
                new FieldName(at),
                row.text("channel", problems).map(FieldName::new),
                types(row),
                when,
                row.where()));
    }

    private List<TouchRule.TypePattern> types(YamlTable row) {
        List<TouchRule.TypePattern> types = new ArrayList<>();
        for (YamlTable.Entry entry : row.table("types", problems).entries()) {
            String type = entry.value() instanceof YamlNode.Scalar text ? text.text() : "";
            if (!type.matches("[A-Z][A-Z0-9_]*")) {
                problems.add(
                        "'" + type + "' is no type of a touchpoint",
                        entry.value().where(),
                        "Write it in capitals, such as WEBINAR_ATTENDED");
            }
            types.add(new TouchRule.TypePattern(entry.key(), type));
        }
        if (types.isEmpty()) {
            problems.add("'types' is missing", row.where(), "Add 'types: { \"*\": FORM_SUBMITTED }' or its like");
        }
        return types;
    }
}
