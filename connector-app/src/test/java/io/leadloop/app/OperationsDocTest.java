package io.leadloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/operations.md names every failure code and every setting of the code, and no other. */
class OperationsDocTest {

    private static final List<String> MODULES =
            List.of("connector-core", "salesforce-adapter", "hubspot-adapter", "connector-app");
    /** A code stands first or second in whatever makes a failure. */
    private static final Pattern MADE = Pattern.compile(
            "(?:Failure\\.of\\(\\s*[^\",;]+?,|\\b(?:failed|held|refused)\\(\\s*(?:FailureKind\\.[A-Z_]+,)?)\\s*\"([A-Z][A-Z0-9_-]{2,})\"");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+\\b");
    private static final Pattern LIST =
            Pattern.compile("(?:\\.allow\\(\\s*List\\.of|KEYS =\\s*List\\.of)\\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\"([a-z][a-z-]*)\"");

    private final String document = read(Path.of("../docs/operations.md"));

    @Test
    void everyFailureCodeOfTheCodeIsExplained() {
        Set<String> made = new TreeSet<>();
        sources().forEach(source -> matches(MADE, source).forEach(code -> made.add(code.replaceAll("_$", ""))));
        assertThat(made).hasSizeGreaterThan(30);
        String section = section("## Failure codes");
        assertThat(made).allSatisfy(code -> assertThat(section).contains(code));
    }

    @Test
    void everyFailureCodeThatIsExplainedStandsInTheCode() {
        String all = String.join("\n", sources());
        Set<String> explained = new TreeSet<>();
        Matcher matcher = CODE.matcher(section("## Failure codes"));
        while (matcher.find()) {
            explained.add(matcher.group());
        }
        assertThat(explained)
                .hasSizeGreaterThan(50)
                .allSatisfy(code -> assertThat(all).as(code).containsPattern("\\b" + Pattern.quote(code)));
    }

    @Test
    void everySettingIsExplainedAndNoOther() {
        Set<String> known = new TreeSet<>();
        sources().stream()
                .filter(source -> source.contains("package io.leadloop.app.config;"))
                .flatMap(source -> matches(LIST, source).stream())
                .forEach(list -> known.addAll(matches(WORD, list)));
        known.removeAll(Set.of("connections"));
        Set<String> explained = new TreeSet<>();
        for (String line : section("## Configuration").split("\n", -1)) {
            if (line.startsWith("| `")) {
                matches(Pattern.compile("`([a-z.-]+)`"), line.split("\\|", -1)[1])
                        .forEach(key -> explained.add(key.substring(key.lastIndexOf('.') + 1)));
            }
        }
        // a table is explained by what stands in it
        for (String table : List.of("people", "qualify", "safety", "http", "auth", "api-usage", "retention")) {
            known.remove(table);
        }
        explained.removeAll(Set.of("crm", "marketing", "holidays"));
        assertThat(explained).isEqualTo(known);
    }

    private String section(String title) {
        int from = document.indexOf(title);
        int to = document.indexOf("\n## ", from + 1);
        assertThat(from).as(title).isPositive();
        return document.substring(from, to < 0 ? document.length() : to);
    }

    private static List<String> sources() {
        return MODULES.stream().flatMap(OperationsDocTest::sources).toList();
    }

    private static Stream<String> sources(String module) {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(OperationsDocTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
