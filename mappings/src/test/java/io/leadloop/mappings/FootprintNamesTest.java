package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name of ours in a mapping, in the programs or in a plugin is one that the footprint lists, and each is used. */
class FootprintNamesTest {

    private static final Pattern SALESFORCE = Pattern.compile("\\bLeadLoop_[A-Za-z_]+?__c(?![A-Za-z])");
    private static final Pattern HUBSPOT = Pattern.compile("[{ \"'`,]leadloop_[a-z_]+(?=[}: \"'`,])");
    private static final List<Path> PROGRAMS = List.of(
            Path.of("..", "connector-core", "src", "main"),
            Path.of("..", "connector-app", "src", "main"),
            Path.of("..", "salesforce-adapter", "src", "main"),
            Path.of("..", "salesforce-adapter", "sfdx", "force-app"),
            Path.of("..", "hubspot-adapter", "src", "main"));

    private final String footprint = text(Path.of("footprint.yaml"));

    @Test
    void noMappingNamesAFieldThatNobodyAdds() {
        Map<String, Set<String>> unknown = new TreeMap<>();
        for (Path file : files(Path.of(""), ".yaml")) {
            if (!file.startsWith("target") && !file.endsWith("footprint.yaml")) {
                unknown(file, SALESFORCE).forEach(name -> add(unknown, file, name));
                unknown(file, HUBSPOT).forEach(name -> add(unknown, file, name));
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void noProgramAndNoPluginNamesAFieldThatNobodyAdds() {
        Map<String, Set<String>> unknown = new TreeMap<>();
        for (Path home : PROGRAMS) {
            for (String ending : List.of(".java", ".js", ".xml")) {
                for (Path file : files(home, ending)) {
                    unknown(file, SALESFORCE).forEach(name -> add(unknown, file, name));
                }
            }
        }
        // a report names its report type so
        unknown.values().forEach(names -> names.remove("LeadLoop_Handoffs_with_Lead__c"));
        unknown.values().removeIf(Set::isEmpty);

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyFieldThatIsAddedIsMapped() {
        String mapped = files(Path.of("salesforce"), ".yaml").stream()
                        .map(FootprintNamesTest::text)
                        .collect(Collectors.joining())
                + files(Path.of("hubspot"), ".yaml").stream()
                        .map(FootprintNamesTest::text)
                        .collect(Collectors.joining());
        Set<String> added = new TreeSet<>(names(SALESFORCE, footprint));
        added.addAll(names(Pattern.compile("(?<=name: )leadloop_[a-z_]+"), footprint));

        assertThat(added).hasSizeGreaterThan(30).allMatch(mapped::contains);
    }

    private Set<String> unknown(Path file, Pattern pattern) {
        return names(pattern, text(file)).stream()
                .map(name -> name.replaceAll("^[^Ll]", ""))
                .filter(name ->
                        !footprint.contains("name: " + name + ",") && !footprint.contains("name: " + name + "\n"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(Map<String, Set<String>> all, Path file, String name) {
        all.computeIfAbsent(file.toString(), unused -> new TreeSet<>()).add(name);
    }

    private static List<Path> files(Path home, String ending) {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .filter(file -> !file.toString().contains("__tests__"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
