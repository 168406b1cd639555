package io.leadloop.mapping;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code cases}: what is given, what is expected, what goes back. */
final class CaseFile {

    private final List<ObjectType> targets;
    private final Map<Kind, CanonicalKind> kinds;
    private final Problems problems;

    CaseFile(List<ObjectType> targets, Map<Kind, CanonicalKind> kinds, Problems problems) {
        this.targets = targets;
        this.kinds = kinds;
        this.problems = problems;
    }

    List<MappingCase> read(List<YamlTable> rows) {
        List<MappingCase> cases = new ArrayList<>();
        rows.forEach(row -> read(row).ifPresent(cases::add));
        return cases;
    }

    private Optional<MappingCase> read(YamlTable row) {
        row.allow(
                List.of("case", "given", "to", "expect", "back", "answer", "touches", "references", "review"),
                problems);
        String name = row.required("case", problems);
        YamlTable given = row.table("given", problems);
        Map<String, Map<String, String>> things = new LinkedHashMap<>();
        given.entries().forEach(entry -> things.put(entry.key(), texts(given.table(entry.key(), problems))));
        Optional<ObjectType> target = row.text("to", problems)
                .or(() -> things.keySet().stream().findFirst())
                .map(ObjectType::new)
                .filter(targets::contains);
        if (target.isEmpty()) {
            problems.add(
                    "The case does not say which of " + targets + " it is about",
                    row.where(),
                    "Write 'given: { Lead: { ... } }', or add 'to: Lead'");
            return Optional.empty();
        }
        return Optional.of(new MappingCase(
                name,
                row.where(),
                target.get(),
                row.get("to").isPresent(),
                things,
                texts(row.table("expect", problems)),
                row.get("back").map(node -> texts(row.table("back", problems))),
                row.text("answer", problems),
                row.texts("touches", problems).stream()
                        .map(YamlNode.Scalar::text)
                        .toList(),
                texts(row.table("references", problems)),
                row.texts("review", problems).stream()
                        .map(YamlNode.Scalar::text)
                        .toList(),
                types()));
    }

    private Map<String, Map<String, io.leadloop.canonical.FieldType>> types() {
        Map<String, Map<String, io.leadloop.canonical.FieldType>> types = new LinkedHashMap<>();
        kinds.values().forEach(kind -> types.put(kind.kind().word(), kind.types()));
        return types;
    }

    private Map<String, String> texts(YamlTable table) {
        Map<String, String> texts = new LinkedHashMap<>();
        table.entries()
                .forEach(entry -> table.text(entry.key(), problems).ifPresent(text -> texts.put(entry.key(), text)));
        return texts;
    }
}
