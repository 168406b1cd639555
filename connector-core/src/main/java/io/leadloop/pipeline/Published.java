package io.leadloop.pipeline;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How each canonical field was mapped when it was last published, and since when it waits to be applied to what was there
 * before. Kept as text, one line for each field.
 *
 * @param lines by {@code kind.field}
 */
record Published(Map<String, Line> lines) {

    /** @param waitsSince empty once it is applied */
    record Line(String print, Optional<Instant> waitsSince) {}

    Published {
        lines = new TreeMap<>(lines);
    }

    /** For a store that has seen nothing yet: there are no old values. */
    static Published first(Map<String, String> prints) {
        Map<String, Line> lines = new TreeMap<>();
        prints.forEach((field, print) -> lines.put(field, new Line(print, Optional.empty())));
        return new Published(lines);
    }

    static Published read(String text) {
        Map<String, Line> lines = new TreeMap<>();
        text.lines().forEach(line -> {
            String[] words = line.split(" ", 3);
            lines.put(
                    words[0],
                    new Line(words[1], words[2].equals("-") ? Optional.empty() : Optional.of(Instant.parse(words[2]))));
        });
        return new Published(lines);
    }

    String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue().print() + " "
                        + line.getValue().waitsSince().map(Instant::toString).orElse("-"))
                .collect(Collectors.joining("\n"));
    }

    /** What is mapped in another way than before waits from now on; what is mapped no longer is forgotten. */
    Published next(Map<String, String> prints, Instant now) {
        Map<String, Line> after = new TreeMap<>();
        prints.forEach((field, print) -> {
            Line known = lines.get(field);
            after.put(field, known != null && known.print().equals(print) ? known : new Line(print, Optional.of(now)));
        });
        return new Published(after);
    }

    Published applied(Predicate<String> which) {
        Map<String, Line> after = new TreeMap<>(lines);
        after.replaceAll((field, line) -> which.test(field) ? new Line(line.print(), Optional.empty()) : line);
        return new Published(after);
    }

    Optional<Instant> waitsSince(String field) {
        return Optional.ofNullable(lines.get(field)).flatMap(Line::waitsSince);
    }

    /** In alphabetical order. */
    Set<String> waiting() {
        Set<String> waiting = new LinkedHashSet<>();
        lines.forEach((field, line) -> line.waitsSince().ifPresent(since -> waiting.add(field)));
        return waiting;
    }
}
