package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.SystemId;
import io.leadloop.language.Condition;
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
import java.util.Set;
import java.util.TreeSet;

/** Reads one mapping file. */
final class MappingFile {

    private static final List<String> KEYS = List.of(
            "mapping",
            "revision",
            "description",
            "system",
            "role",
            "canonical",
            "part",
            "targets",
            "match",
            "converted-when",
            "filters",
            "on-first-sight",
            "fields",
            "references",
            "touchpoints",
            "cases");

    private final YamlTable file;
    private final Map<Kind, CanonicalKind> kinds;
    private final Map<String, ValueTable> values;
    private final Expressions expressions;
    private final Problems problems;

    MappingFile(
            YamlTable file,
            Map<Kind, CanonicalKind> kinds,
            Map<String, ValueTable> values,
            Expressions expressions,
            Problems problems) {
        this.file = file;
        this.kinds = kinds;
        this.values = values;
        this.expressions = expressions;
        this.problems = problems;
    }

    /** Empty if it names no kind that has a canonical file. */
    Optional<Mapping> read() {
        file.allow(KEYS, problems);
        String name = file.required("mapping", problems);
        SystemId system = new SystemId(file.required("system", problems));
        file.required("canonical", problems);
        Kind kind = file.word("canonical", Kind.class, Kind.PERSON, problems);
        CanonicalKind canonical = kinds.get(kind);
        if (canonical == null) {
            problems.add(
                    "There is no canonical file for '" + kind.word() + "'",
                    file.whereOf("canonical"),
                    "Add " + kind.word() + ".yaml with 'canonical: " + kind.word() + "'");
            return Optional.empty();
        }
        List<ObjectType> targets = file.texts("targets", problems).stream()
                .map(text -> new ObjectType(text.text()))
                .toList();
        if (targets.isEmpty()) {
            problems.add("'targets' is missing or empty", file.whereOf("targets"), "Add 'targets: [Lead]' or its like");
        }
        RowFile rows = new RowFile(canonical, targets, values, expressions, problems);
        List<Row> read = new ArrayList<>();
        file.tables("fields", problems).forEach(row -> rows.read(row).ifPresent(read::add));
        YamlTable filters = file.table("filters", problems);
        filters.allow(List.of("can-be-created", "stays-in-sync"), problems);
        return Optional.of(new Mapping(
                name,
                file.number("revision", 1, problems),
                file.text("description", problems).orElse(""),
                system,
                file.word("role", Role.class, Role.CRM, problems),
                kind,
                file.text("part", problems),
                targets,
                match(canonical),
                convertedFlags(targets),
                createFilter(filters, targets),
                staysInSync(filters),
                file.word("on-first-sight", FirstSight.class, FirstSight.KEEP_BOTH, problems),
                ExpressionOrder.sort(kind, read, problems),
                new ReferenceFile(targets, problems).read(file.table("references", problems)),
                new TouchFile(targets, expressions, problems).read(file.tables("touchpoints", problems)),
                new CaseFile(targets, kinds, problems).read(file.tables("cases", problems)),
                Set.of(),
                file.whereOf("mapping")));
    }

    private List<String> match(CanonicalKind canonical) {
        TreeSet<String> known = new TreeSet<>(canonical.fields().keySet());
        known.addAll(List.of("link", "key"));
        List<String> match = new ArrayList<>();
        for (YamlNode.Scalar text : file.texts("match", problems)) {
            if (!known.contains(text.text())) {
                problems.add(
                        "'" + text.text() + "' is no way to find a counterpart",
                        text.where(),
                        Spelling.fix(
                                text.text(),
                                known,
                                "Write link, key or a field of "
                                        + canonical.kind().word()));
            }
            match.add(text.text());
        }
        return match;
    }

    private Map<ObjectType, FieldName> convertedFlags(List<ObjectType> targets) {
        Map<ObjectType, FieldName> flags = new LinkedHashMap<>();
        YamlTable table = file.table("converted-when", problems);
        table.allow(targets.stream().map(ObjectType::value).toList(), problems);
        for (YamlTable.Entry entry : table.entries()) {
            table.text(entry.key(), problems)
                    .ifPresent(field -> flags.put(new ObjectType(entry.key()), new FieldName(field)));
        }
        return flags;
    }

    private Optional<CreateFilter> createFilter(YamlTable filters, List<ObjectType> targets) {
        if (filters.get("can-be-created").isEmpty()) {
            return Optional.empty();
        }
        YamlTable filter = filters.table("can-be-created", problems);
        filter.allow(List.of("as", "when"), problems);
        ObjectType as = new ObjectType(filter.required("as", problems));
        if (!targets.contains(as)) {
            problems.add(
                    "'" + as + "' is none of the targets",
                    filter.whereOf("as"),
                    Spelling.fix(
                            as.value(), targets.stream().map(ObjectType::value).toList(), "Write one of " + targets));
        }
        filter.required("when", problems);
        return filter.scalar("when", problems)
                .flatMap(when -> expressions.condition(when, problems))
                .map(when -> new CreateFilter(as, when));
    }

    private Condition staysInSync(YamlTable filters) {
        YamlTable filter = filters.table("stays-in-sync", problems);
        filter.allow(List.of("when"), problems);
        Optional<Condition> stated =
                filter.scalar("when", problems).flatMap(when -> expressions.condition(when, problems));
        YamlNode.Scalar always = new YamlNode.Scalar("true", file.where(), file.where(), false);
        return stated.or(() -> expressions.condition(always, problems)).orElseThrow();
    }
}
