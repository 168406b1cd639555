package io.leadloop.salesforce.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which elements the metadata API knows, for the types that the package uses. Read once; holds no state. */
final class MetadataTable {

    /**
     * @param type of the metadata API, or {@code string}, {@code boolean}, {@code int}, {@code double}
     * @param required whether it must be there
     * @param repeated whether it may be there more than once
     */
    record Element(String type, boolean required, boolean repeated) {}

    private static final String FILE = "leadloop/salesforce/metadata-65.0.txt";

    private final Map<String, Map<String, Element>> types = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    static MetadataTable shipped() {
        try (InputStream in = Objects.requireNonNull(
                        MetadataTable.class.getClassLoader().getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            MetadataTable table = new MetadataTable();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::read);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name; absent if this table does not know the type. */
    Optional<Map<String, Element>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** All that a value of this type may be; absent if it is no enumeration of this table. */
    Optional<Set<String>> words(String type) {
        return Optional.ofNullable(words.get(type));
    }

    private void read(String line) {
        int equals = line.indexOf(" = ");
        if (equals > 0) {
            words.put(
                    line.substring(0, equals),
                    Set.copyOf(List.of(line.substring(equals + 3).split(" \\| "))));
            return;
        }
        int colon = line.indexOf(": ");
        Map<String, Element> elements = new LinkedHashMap<>();
        Arrays.stream(line.substring(colon + 2).split(", ")).forEach(part -> {
            int space = part.indexOf(' ');
            char often = part.charAt(part.length() - 1);
            elements.put(
                    part.substring(0, space),
                    new Element(
                            part.substring(space + 1, part.length() - 1),
                            often == '!' || often == '+',
                            often == '*' || often == '+'));
        });
        types.put(line.substring(0, colon), elements);
    }
}
