package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.Spelling;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A vendor field that bears our prefix must be one that we add; checked where the footprint's file is in the folder. */
final class FootprintCheck {

    private static final String PREFIX = "leadloop_";

    private final Map<String, YamlTable> others;
    private final Problems problems;

    FootprintCheck(Map<String, YamlTable> others, Problems problems) {
        this.others = others;
        this.problems = problems;
    }

    void run(List<Mapping> mappings) {
        YamlTable footprint = others.get("footprint");
        if (footprint == null) {
            return;
        }
        Set<String> names = new TreeSet<>();
        collect(footprint, names);
        for (Mapping mapping : mappings) {
            mapping.targets().forEach(type -> check(type.value(), mapping.where(), names));
            for (Row row : mapping.rows()) {
                for (FieldName field : row.fields().values()) {
                    check(field.value(), row.where(), names);
                }
            }
        }
    }

    private void check(String name, Location where, Set<String> names) {
        if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX) && !names.contains(name)) {
            problems.add(
                    "'" + name + "' is nothing that LeadLoop adds",
                    where,
                    Spelling.fix(name, names, "Add it to footprint.yaml"));
        }
    }

    private static void collect(YamlNode node, Set<String> names) {
        if (node instanceof YamlNode.Items list) {
            list.items().forEach(item -> collect(item, names));
        } else if (node instanceof YamlTable table) {
            table.entries().forEach(entry -> collect(entry.value(), names));
            table.get("name").ifPresent(name -> {
                if (name instanceof YamlNode.Scalar text) {
                    names.add(text.text());
                }
            });
        }
    }
}
