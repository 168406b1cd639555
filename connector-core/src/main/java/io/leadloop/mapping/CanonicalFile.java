package io.leadloop.mapping;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.Kind;
import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.Spelling;
import io.leadloop.language.YamlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code person.yaml} and its like: fields with their types, rules with who wins. */
final class CanonicalFile {

    private CanonicalFile() {}

    static CanonicalKind read(YamlTable file, Problems problems) {
        file.allow(List.of("canonical", "revision", "description", "fields", "rules"), problems);
        Kind kind = file.word("canonical", Kind.class, Kind.PERSON, problems);
        int revision = file.number("revision", 1, problems);
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        Map<String, Location> ruleLines = new LinkedHashMap<>();
        YamlTable fields = file.table("fields", problems);
        Set<String> names = fields.values().keySet();
        for (YamlTable.Entry entry : file.table("rules", problems).entries()) {
            if (!names.contains(entry.key())) {
                problems.add(
                        "A rule is stated for '" + entry.key() + "', which is no field of " + kind.word(),
                        entry.where(),
                        Spelling.fix(entry.key(), names, "Declare it under 'fields:'"));
            }
            RuleWords.read(entry.value(), problems).ifPresent(rule -> {
                rules.put(entry.key(), rule);
                ruleLines.put(entry.key(), entry.where());
            });
        }
        Map<String, CanonicalField> all = new LinkedHashMap<>();
        for (YamlTable.Entry entry : fields.entries()) {
            FieldType type = fields.word(entry.key(), FieldType.class, FieldType.TEXT, problems);
            all.put(
                    entry.key(),
                    new CanonicalField(
                            entry.key(),
                            type,
                            rules.getOrDefault(entry.key(), new FieldRule.Newest()),
                            ruleLines.getOrDefault(entry.key(), entry.where()),
                            revision));
        }
        return new CanonicalKind(kind, all, rules.keySet(), file.whereOf("canonical"));
    }
}
