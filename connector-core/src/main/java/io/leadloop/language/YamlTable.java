package io.leadloop.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys with values, in the order of the file. Its reading methods note a problem where a value has the wrong form. */
public record YamlTable(List<Entry> entries, Location where) implements YamlNode {

    /** One line of the table; {@code where} is the place of its key. */
    public record Entry(String key, Location where, YamlNode value) {}

    public YamlTable {
        entries = List.copyOf(entries);
    }

    @Override
    public String form() {
        return "a table of keys";
    }

    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    public Optional<YamlNode> get(String key) {
        return entry(key).map(Entry::value);
    }

    /** Where the key stands, or the table if it is missing. */
    public Location whereOf(String key) {
        return entry(key).map(Entry::where).orElse(where);
    }

    /** A text, if the key is there. */
    public Optional<Scalar> scalar(String key, Problems problems) {
        return get(key).flatMap(node -> {
            if (node instanceof Scalar scalar) {
                return Optional.of(scalar);
            }
            problems.add("'" + key + "' is " + node.form() + ", not a text", node.where(), "Write one text for it");
            return Optional.empty();
        });
    }

    /** A text, if the key is there. */
    public Optional<String> text(String key, Problems problems) {
        return scalar(key, problems).map(Scalar::text);
    }

    /** A text that must be there; empty text if it is not, which is noted. */
    public String required(String key, Problems problems) {
        if (entry(key).isEmpty()) {
            problems.add("'" + key + "' is missing", where, "Add '" + key + ":'");
            return "";
        }
        return text(key, problems).orElse("");
    }

    /** A whole number from 1, or {@code otherwise} if the key is missing or, which is noted, holds none. */
    public int number(String key, int otherwise, Problems problems) {
        Optional<Scalar> scalar = scalar(key, problems);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        if (!scalar.get().text().matches("[1-9][0-9]{0,8}")) {
            problems.add(
                    "'" + key + "' is '" + scalar.get().text() + "', not a whole number",
                    scalar.get().where(),
                    "Write a whole number from 1");
            return otherwise;
        }
        return Integer.parseInt(scalar.get().text());
    }

    /** One text or a list of texts; empty if the key is missing. */
    public List<Scalar> texts(String key, Problems problems) {
        Optional<YamlNode> node = get(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Scalar one) {
            return List.of(one);
        }
        List<Scalar> texts = new ArrayList<>();
        if (node.get() instanceof Items list) {
            for (YamlNode item : list.items()) {
                if (item instanceof Scalar scalar) {
                    texts.add(scalar);
                } else {
                    problems.add(
                            "'" + key + "' holds " + item.form(), item.where(), "Write a list of texts: [one, two]");
                }
            }
        } else {
            problems.add("'" + key + "' is a table of keys", node.get().where(), "Write a list of texts: [one, two]");
        }
        return List.copyOf(texts);
    }

    /** A table; an empty one at the same place if the key is missing. */
    public YamlTable table(String key, Problems problems) {
        Optional<YamlNode> node = get(key);
        if (node.isPresent() && node.get() instanceof YamlTable table) {
            return table;
        }
        node.ifPresent(other -> problems.add(
                "'" + key + "' is " + other.form() + ", not a table", other.where(), "Write 'key: value' lines"));
        return new YamlTable(List.of(), whereOf(key));
    }

    /** The tables of a list; empty if the key is missing. */
    public List<YamlTable> tables(String key, Problems problems) {
        List<YamlTable> tables = new ArrayList<>();
        get(key).ifPresent(node -> {
            if (node instanceof Items list) {
                for (YamlNode item : list.items()) {
                    if (item instanceof YamlTable table) {
                        tables.add(table);
                    } else {
                        problems.add("'" + key + "' holds " + item.form(), item.where(), "Write '- { key: value }'");
                    }
                }
            } else {
                problems.add(
                        "'" + key + "' is " + node.form() + ", not a list", node.where(), "Write '- ' before each row");
            }
        });
        return List.copyOf(tables);
    }

    /** The enum constant that the key's text names in kebab case; {@code otherwise} if missing or, which is noted, wrong. */
    public <E extends Enum<E>> E word(String key, Class<E> type, E otherwise, Problems problems) {
        Optional<Scalar> scalar = scalar(key, problems);
        return scalar.isEmpty() ? otherwise : Words.read(scalar.get(), type, otherwise, problems);
    }

    /** Notes every key that is not one of these. */
    public void allow(Collection<String> known, Problems problems) {
        for (Entry entry : entries) {
            if (!known.contains(entry.key())) {
                problems.add(
                        "Nobody reads the key '" + entry.key() + "'",
                        entry.where(),
                        Spelling.fix(entry.key(), known, "Remove it"));
            }
        }
    }

    /** The entries by key. */
    public Map<String, YamlNode> values() {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.putIfAbsent(entry.key(), entry.value()));
        return values;
    }
}
