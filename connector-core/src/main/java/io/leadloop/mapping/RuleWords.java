package io.leadloop.mapping;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.Role;
import io.leadloop.language.Problems;
import io.leadloop.language.Spelling;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads who wins: a word, {@code {forward-only: [...]}} or {@code {before-hand-off: ..., after-hand-off: ...}}. */
final class RuleWords {

    private static final Map<String, FieldRule> WORDS = new TreeMap<>(Map.of(
            "crm", new FieldRule.Prefer(Role.CRM),
            "marketing", new FieldRule.Prefer(Role.MARKETING),
            "newest", new FieldRule.Newest(),
            "only-if-blank", new FieldRule.OnlyIfBlank(),
            "write-once", new FieldRule.WriteOnce(),
            "union", new FieldRule.Union(),
            "most-restrictive", new FieldRule.MostRestrictive(),
            "computed", new FieldRule.Computed()));

    private RuleWords() {}

    static Optional<FieldRule> read(YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Scalar word) {
            Optional<FieldRule> rule = Optional.ofNullable(WORDS.get(word.text()));
            if (rule.isEmpty()) {
                problems.add(
                        "'" + word.text() + "' says not who wins",
                        word.where(),
                        Spelling.fix(word.text(), WORDS.keySet(), "Write one of " + String.join(", ", WORDS.keySet())));
            }
            return rule;
        }
        if (node instanceof YamlTable table && table.entry("forward-only").isPresent()) {
            table.allow(List.of("forward-only"), problems);
            return Optional.of(new FieldRule.ForwardOnly(table.texts("forward-only", problems).stream()
                    .map(YamlNode.Scalar::text)
                    .toList()));
        }
        if (node instanceof YamlTable table) {
            table.allow(List.of("before-hand-off", "after-hand-off"), problems);
            Optional<FieldRule> before = side(table, "before-hand-off", problems);
            Optional<FieldRule> after = side(table, "after-hand-off", problems);
            return before.flatMap(first -> after.map(then -> new FieldRule.AroundHandoff(first, then)));
        }
        problems.add("A rule is " + node.form(), node.where(), "Write one word, such as newest");
        return Optional.empty();
    }

    private static Optional<FieldRule> side(YamlTable table, String key, Problems problems) {
        if (table.get(key).isEmpty()) {
            problems.add("'" + key + "' is missing", table.where(), "Add '" + key + ":' with a word, such as crm");
        }
        return table.get(key).flatMap(node -> read(node, problems));
    }
}
