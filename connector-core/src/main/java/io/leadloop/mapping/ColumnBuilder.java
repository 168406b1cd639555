package io.leadloop.mapping;

import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the cells of one vendor field of a value table. */
final class ColumnBuilder {

    private static final String NOTHING = "nothing";
    private static final String CONVERTED = "is-converted";

    private final String name;
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Map<String, String> understood = new LinkedHashMap<>();
    private final Set<String> cells = new HashSet<>();
    private final Set<String> lossy = new HashSet<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Map<String, Location> lines = new LinkedHashMap<>();
    private Optional<String> converted = Optional.empty();

    ColumnBuilder(String name) {
        this.name = name;
    }

    void cell(String canonical, YamlTable.Entry cell, boolean isLossy, Problems problems) {
        cells.add(canonical);
        lines.put(canonical, cell.where());
        if (isLossy) {
            lossy.add(canonical);
        }
        if (cell.value() instanceof YamlTable sides) {
            sides.allow(List.of("read", "write"), problems);
            words(sides, "write", problems).stream().findFirst().ifPresent(word -> written.put(canonical, word));
            words(sides, "read", problems).forEach(word -> understand(word, canonical, cell.where(), problems));
            return;
        }
        YamlTable wrapped = new YamlTable(List.of(cell), cell.where());
        List<String> words = words(wrapped, cell.key(), problems);
        words.stream().findFirst().ifPresent(word -> written.put(canonical, word));
        if (!isLossy) {
            words.forEach(word -> understand(word, canonical, cell.where(), problems));
        }
    }

    private List<String> words(YamlTable table, String key, Problems problems) {
        List<String> words = new ArrayList<>();
        for (YamlNode.Scalar scalar : table.texts(key, problems)) {
            if (!scalar.text().equals(NOTHING)) {
                words.add(scalar.text());
                order.add(scalar.text());
            }
        }
        return words;
    }

    private void understand(String word, String canonical, Location where, Problems problems) {
        order.add(word);
        if (word.equals(CONVERTED)) {
            order.remove(word);
            converted = Optional.of(canonical);
            return;
        }
        String earlier = understood.putIfAbsent(word, canonical);
        if (earlier != null && !earlier.equals(canonical)) {
            lossy.add(canonical);
            problems.add(
                    "'" + word + "' of " + name + " would be read as " + earlier + " and as " + canonical,
                    where,
                    "Add 'lossy: " + name + "' to this row if it is only written, or choose another word");
        }
    }

    ValueColumn build(Map<String, Location> rows, Problems problems) {
        rows.forEach((canonical, where) -> {
            if (!cells.contains(canonical)) {
                problems.add(
                        "The row '" + canonical + "' has no word for " + name,
                        where,
                        "Add '" + name + ":' with a word or with 'nothing'");
            }
        });
        return new ValueColumn(name, written, understood, converted, lossy, List.copyOf(order));
    }
}
