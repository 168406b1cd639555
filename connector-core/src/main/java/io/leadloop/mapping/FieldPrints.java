package io.leadloop.mapping;

import io.leadloop.canonical.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the files say about each canonical field, as a hash: another one means that the field is mapped in another way. */
final class FieldPrints {

    private FieldPrints() {}

    /** By {@code kind.field}; comments and the order of lines do not count. */
    static Map<String, String> of(MappingSet set) {
        Map<String, List<String>> said = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            set.fields(kind).values().forEach(field -> add(said, kind, field.name(), MappingDiff.rule(field.rule())));
        }
        for (Mapping mapping : set.mappings()) {
            for (Row row : mapping.rows()) {
                MappingDiff.lines(mapping, row).forEach((what, line) -> {
                    add(said, mapping.kind(), row.canonical(), what + ": " + line);
                    row.values()
                            .ifPresent(table -> MappingDiff.words(table)
                                    .forEach((cell, words) ->
                                            add(said, mapping.kind(), row.canonical(), cell + ": " + words)));
                });
            }
        }
        Map<String, String> prints = new TreeMap<>();
        said.forEach((field, lines) -> prints.put(field, hash(lines)));
        return prints;
    }

    private static void add(Map<String, List<String>> said, Kind kind, String field, String line) {
        said.computeIfAbsent(kind.word() + "." + field, any -> new ArrayList<>())
                .add(line);
    }

    private static String hash(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.stream()
                    .sorted()
                    .distinct()
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
