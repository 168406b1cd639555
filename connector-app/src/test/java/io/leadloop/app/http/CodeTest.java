package io.leadloop.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| ([0-9]+) \\| .+ \\|");

    @Test
    void everyProblemIsDescribedWithItsStatus() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "http-api.md"));
        Set<String> described = lines.stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> codes = Stream.of(Code.values())
                .map(code -> code.word() + " " + code.status())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(codes);
    }
}
