package io.leadloop.mapping;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.Kind;
import io.leadloop.language.Location;
import io.leadloop.language.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two sets of mappings, in words; comments and order of lines do not count. */
public final class MappingDiff {

    private MappingDiff() {}

    /**
     * @param what the rule, row, filter or table that differs, such as {@code salesforce-person: jobTitle on Lead}
     * @param before empty if it is new
     * @param after empty if it is gone
     * @param where in the newer set, or in the older one if it is gone
     */
    public record Change(String what, String before, String after, Location where) {}

    private record Fact(String text, Location where) {}

    /** By what differs; empty if both say the same. */
    public static List<Change> between(MappingSet older, MappingSet newer) {
        Map<String, Fact> before = facts(older);
        Map<String, Fact> after = facts(newer);
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String what : all) {
            Fact was = before.get(what);
            Fact is = after.get(what);
            if (was == null && is != null) {
                changes.add(new Change(what, "", is.text(), is.where()));
            } else if (was != null && is == null) {
                changes.add(new Change(what, was.text(), "", was.where()));
            } else if (was != null && is != null && !was.text().equals(is.text())) {
                changes.add(new Change(what, was.text(), is.text(), is.where()));
            }
        }
        return changes;
    }

    private static Map<String, Fact> facts(MappingSet set) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            set.fields(kind)
                    .values()
                    .forEach(field -> facts.put(
                            kind.word() + ": who wins " + field.name(), new Fact(rule(field.rule()), field.where())));
        }
        for (Mapping mapping : set.mappings()) {
            filters(mapping, facts);
            mapping.rows()
                    .forEach(row ->
                            lines(mapping, row).forEach((what, line) -> facts.put(what, new Fact(line, row.where()))));
        }
        for (ValueTable table : set.valueTables()) {
            Map<String, String> words = words(table);
            table.rows()
                    .forEach((canonical, where) -> table.columns().forEach(column -> {
                        String cell = cell(table, column, canonical);
                        facts.put(cell, new Fact(words.getOrDefault(cell, ""), where));
                    }));
        }
        return facts;
    }

    static String rule(FieldRule rule) {
        return rule instanceof FieldRule.ForwardOnly forward ? rule.word() + " " + forward.order() : rule.word();
    }

    private static void filters(Mapping mapping, Map<String, Fact> facts) {
        String created = mapping.canBeCreated()
                .map(filter -> "as " + filter.as() + " when " + filter.when())
                .orElse("never");
        facts.put(mapping.name() + ": who can be created", new Fact(created, mapping.where()));
        facts.put(
                mapping.name() + ": who stays in sync",
                new Fact(mapping.staysInSync().text(), mapping.where()));
        facts.put(mapping.name() + ": on first sight", new Fact(Words.of(mapping.onFirstSight()), mapping.where()));
    }

    /** What a row says, one line for each field that it stands for. */
    static Map<String, String> lines(Mapping mapping, Row row) {
        String rest = row.expression().map(expression -> " = " + expression).orElse("")
                + row.values().map(table -> " by " + table.name()).orElse("")
                + row.defaultValue().map(text -> " or '" + text + "'").orElse("")
                + (row.answers().isEmpty() ? "" : " answers " + answers(row))
                + (row.forwardOnly().isEmpty() ? "" : " forward " + row.forwardOnly());
        if (row.targets().isEmpty()) {
            return Map.of(mapping.name() + ": " + row.canonical(), "computed" + rest);
        }
        Map<String, String> lines = new LinkedHashMap<>();
        row.targets()
                .forEach((type, at) -> lines.put(
                        mapping.name() + ": " + row.canonical() + " on " + type + "." + at.field(),
                        Words.of(at.direction()) + ", " + Words.of(at.write()) + rest));
        return lines;
    }

    private static String answers(Row row) {
        Map<String, String> words = new TreeMap<>();
        row.answers().byValue().forEach((word, said) -> words.put(word, Words.of(said.kind())));
        row.answers().any().ifPresent(said -> words.put("any", Words.of(said.kind())));
        row.answers().converted().ifPresent(said -> words.put("is-converted", Words.of(said.kind())));
        return words.toString();
    }

    /** What a value table says, one line for each of its cells. */
    static Map<String, String> words(ValueTable table) {
        Map<String, String> words = new LinkedHashMap<>();
        table.columns()
                .forEach(column -> table.rows().keySet().forEach(canonical -> {
                    TreeSet<String> read = new TreeSet<>();
                    column.understood().forEach((word, meaning) -> {
                        if (meaning.equals(canonical)) {
                            read.add(word);
                        }
                    });
                    words.put(
                            cell(table, column, canonical),
                            "write " + column.write(canonical).orElse("nothing") + ", read " + read);
                }));
        return words;
    }

    private static String cell(ValueTable table, ValueColumn column, String canonical) {
        return table.name() + ": " + canonical + " in " + column.name();
    }
}
