package io.leadloop.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.node.NodeProject;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.Simulators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The panel's unchanged sources in headless Chromium. Pictures of all states are left in {@code target/panel}; what was
 * measured is printed.
 */
@Tag("clients")
class PanelInBrowserTest {

    /** @param message why it failed, empty if it did not */
    record Check(String name, boolean passed, String message) {}

    private static final Path PLUGIN = Path.of("..", "salesforce-adapter");
    private static final Path SHOTS = Path.of("target", "panel").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(12);
    private static NodeProject project;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() {
        project = NodeProject.installed(PLUGIN.resolve("browser"), Path.of("target", "browser"));
        NodeProject.Run built =
                project.run(LIMIT, List.of("node_modules/rollup/dist/bin/rollup", "-c", "--silent"), settings());
        assertThat(built.exit()).as(built.errors()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> everyStateOfThePanelIsRight() {
        return alone("states.test.mjs");
    }

    @TestFactory
    Stream<DynamicTest> onAContactItIsTheSamePanel() {
        return alone("contact.test.mjs");
    }

    private static Stream<DynamicTest> alone(String script) {
        try (Simulators simulators = Simulators.start(
                new SimClock(SeedData.START),
                (time, journal) -> new HubSpotSimulator(time, journal, 7, HubSpotOptions.defaults()),
                (time, journal) -> new SalesforceSimulator(time, journal, 7, SalesforceOptions.usual()),
                0,
                0)) {
            return checks(script, simulators);
        }
    }

    @TestFactory
    Stream<DynamicTest> aPressInThePanelBecomesAReasonInHubSpot() {
        try (RunningLoop loop = new RunningLoop(folder, 20)) {
            loop.run(1, Duration.ofSeconds(2));
            return checks("loop.test.mjs", loop.simulators);
        }
    }

    private static Stream<DynamicTest> checks(String script, Simulators simulators) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("LEADLOOP_SALESFORCE", simulators.salesforce().url());
        settings.put("LEADLOOP_HUBSPOT", simulators.hubSpot().url());
        NodeProject.Run run =
                Objects.requireNonNull(project).run(LIMIT, List.of("--test-reporter=./lines.js", script), settings);
        run.errors().lines().filter(line -> line.startsWith("MEASURED")).forEach(System.out::println);
        JsonMapper json = JsonMapper.builder().build();
        List<Check> checks = run.output()
                .lines()
                .map(line -> json.readValue(line, Check.class))
                .toList();
        return Stream.concat(
                checks.stream()
                        .map(check -> dynamicTest(
                                check.name(),
                                () -> assertThat(check.passed())
                                        .as(check.message())
                                        .isTrue())),
                Stream.of(dynamicTest("ends well", () -> {
                    assertThat(checks).as(run.errors()).isNotEmpty();
                    assertThat(run.exit()).as(run.errors()).isZero();
                    assertThat(Files.exists(SHOTS)).isTrue();
                })));
    }

    private static Map<String, String> settings() {
        return Map.of(
                "LEADLOOP_SFDX",
                PLUGIN.resolve("sfdx/force-app/main/default").toAbsolutePath().toString(),
                "LEADLOOP_SHOTS",
                SHOTS.toString());
    }
}
