package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.seed.People;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody's name, address or token stands in a bundle or in a log. */
class SupportBundleTest {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+\\.[a-z]{2,}");
    private static final Pattern LOG_LINE =
            Pattern.compile("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (?:TRACE|DEBUG|INFO|WARN|ERROR).*$");
    private static final Set<String> SECRETS = Set.of("pat-sim-hubspot", "sim-secret", "sim-refresh");

    private final Path folder;
    private final Desk desk;

    SupportBundleTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void theBundleTellsHowThingsStandAndOfNobody() throws IOException {
        loop();
        Path file = folder.resolve("support.zip");
        assertThat(desk.run("support-bundle", file.toString()))
                .as("%s", desk.complained())
                .isZero();
        Map<String, String> parts = parts(file);

        assertThat(parts).containsKeys("versions.json", "doctor.txt", "settings.json", "store.json", "log.txt");
        assertThat(parts.get("store.json"))
                .contains("\"schema\"")
                .contains("HANDED_OFF")
                .contains("UNABLE_TO_LOCK_ROW");
        assertThat(parts.get("settings.json")).contains("maxCreatesPerRun").doesNotContain("127.0.0.1");
        parts.forEach(this::assertTellsNobody);
        assertThat(desk.run("support-bundle", file.toString())).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void theLogsOfARunWithFailuresTellOfNobody() throws IOException {
        loop();
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().contains(".log"))
                    .toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                assertTellsNobody(log.toString(), Files.readString(log));
            }
        }
    }

    /** Those of the modules that were tested before, if they were in this build. */
    @Test
    void theLogLinesOfTheTestSuiteTellOfNobody() throws IOException {
        for (String module : List.of("connector-core", "test-fixtures", "salesforce-adapter", "hubspot-adapter", ".")) {
            Path reports = Path.of("..", module.equals(".") ? "connector-app" : module, "target/surefire-reports");
            if (Files.isDirectory(reports)) {
                try (Stream<Path> files = Files.list(reports)) {
                    for (Path report : files.filter(Files::isRegularFile).toList()) {
                        String text = Files.readString(report);
                        LOG_LINE.matcher(text)
                                .results()
                                .forEach(line -> assertTellsNobody(report.toString(), line.group()));
                    }
                }
            }
        }
    }

    /** Answers, a broken vendor, a refused write. */
    private void loop() {
        assertThat(desk.run("go-live")).isZero();
        desk.run("sync", "--once");
        desk.clock.advance(Duration.ofHours(1));
        desk.editLead(
                desk.lead(0).getOrDefault("Id", ""),
                Map.of("Status", "Nurture", "LeadLoop_Reason__c", "N-TIMING", "LeadLoop_Comment__c", "call in May"),
                false);
        desk.simulators.salesforce().simulator().inject(new Fault("row-lock", "Lead", 0, 50, Map.of()));
        desk.run("sync", "--once");
        desk.simulators.salesforce().close();
        desk.run("sync", "--once");
    }

    private void assertTellsNobody(String where, String text) {
        assertThat(MAIL.matcher(text).results().map(found -> found.group()).toList())
                .as(where)
                .isEmpty();
        assertThat(SECRETS).as(where).noneMatch(text::contains);
        Set<String> words = new TreeSet<>();
        Collections.addAll(words, text.split("[^\\p{L}]+", -1));
        assertThat(names()).as(where).doesNotContainAnyElementsOf(words);
    }

    /** Last names and companies of the seed, but for those that are common words. */
    private static Set<String> names() {
        People people = SeedData.people(40, 7);
        Set<String> names = new TreeSet<>();
        people.contacts().forEach(contact -> {
            names.add(contact.properties().getOrDefault("lastname", ""));
            names.add(contact.properties().getOrDefault("firstname", ""));
        });
        names.remove("");
        return names;
    }

    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
