package io.leadloop.mapping;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Role;
import io.leadloop.language.Expressions;
import io.leadloop.language.Location;
import io.leadloop.language.Names;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import io.leadloop.language.Spelling;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles a folder: canonical files first, then value tables, then mappings, then what they must be together. */
final class SetCompiler {

    /** Files that other rooms read. */
    private static final List<String> OTHERS = List.of("reasons", "definition", "footprint");

    private final Source source;
    private final Problems problems = new Problems();
    private final Map<String, YamlTable> mappingFiles = new LinkedHashMap<>();
    private final Map<Kind, CanonicalKind> kinds = new EnumMap<>(Kind.class);
    private final Map<String, ValueTable> values = new LinkedHashMap<>();

    SetCompiler(Source source) {
        this.source = source;
    }

    MappingSet compile() {
        String revision = Revision.of(source, problems);
        Map<String, YamlTable> others = new LinkedHashMap<>();
        for (String name : source.names()) {
            YamlFile.read(source, name, problems).ifPresent(file -> sort(name, file, others));
        }
        Names names = names();
        Expressions expressions = new Expressions(names);
        List<Mapping> mappings = new ArrayList<>();
        mappingFiles.forEach((name, file) -> new MappingFile(file, kinds, values, expressions, problems)
                .read()
                .ifPresent(mappings::add));
        new GraphChecks(kinds, mappings, others, problems).run();
        problems.throwIfAny();
        Map<Kind, Map<String, CanonicalField>> fields = new EnumMap<>(Kind.class);
        kinds.forEach((kind, canonical) -> fields.put(kind, canonical.fields()));
        return new MappingSet(revision, fields, mappings, values, names);
    }

    private void sort(String name, YamlTable file, Map<String, YamlTable> others) {
        if (file.get("mapping").isPresent()) {
            mappingFiles.put(name, file);
        } else if (file.get("canonical").isPresent()) {
            canonical(file);
        } else if (file.get("values").isPresent() && file.get("rows").isPresent()) {
            ValueTable table = ValueTableFile.read(file, problems);
            ValueTable first = values.putIfAbsent(table.name(), table);
            if (first != null) {
                problems.add(
                        "The value table '" + table.name() + "' is also at " + first.where(),
                        table.where(),
                        "Rename one of the two");
            }
        } else if (OTHERS.stream().anyMatch(key -> file.get(key).isPresent())) {
            OTHERS.stream().filter(key -> file.get(key).isPresent()).forEach(key -> others.put(key, file));
        } else {
            String key = file.entries().isEmpty() ? "" : file.entries().get(0).key();
            problems.add(
                    "Nobody knows what kind of file this is",
                    file.where(),
                    Spelling.fix(
                            key,
                            List.of("mapping", "canonical", "values", "reasons", "definition"),
                            "Begin it with mapping:, canonical:, values:, reasons: or definition:"));
        }
    }

    private void canonical(YamlTable file) {
        CanonicalKind canonical = CanonicalFile.read(file, problems);
        CanonicalKind first = kinds.putIfAbsent(canonical.kind(), canonical);
        if (first == null) {
            return;
        }
        first.fields().values().stream()
                .filter(field -> first.ruled().contains(field.name()))
                .forEach(field -> Optional.ofNullable(canonical.fields().get(field.name()))
                        .filter(again -> canonical.ruled().contains(again.name()))
                        .ifPresent(again -> problems.add(
                                "Who wins '" + field.name() + "' is also stated at " + place(field.where()),
                                again.where(),
                                "Remove one of the two rules")));
        problems.add(
                "The kind '" + canonical.kind().word() + "' has another file, " + place(first.where()),
                canonical.where(),
                "Move its fields and rules there");
    }

    private static String place(Location where) {
        return where.file() + ":" + where.line();
    }

    private Names names() {
        Names names = Names.NONE;
        for (CanonicalKind canonical : kinds.values()) {
            names = names.and(canonical.kind().word(), canonical.types());
        }
        for (Role role : Role.values()) {
            names = names.andOpen(role.word());
        }
        return names;
    }
}
