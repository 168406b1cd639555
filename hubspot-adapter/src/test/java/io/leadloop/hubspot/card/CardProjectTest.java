package io.leadloop.hubspot.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.node.NodeProject;
import io.leadloop.fixtures.node.RunnerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The card's own tests by HubSpot's renderer, each as a test here; its types, HubSpot's lint rules, its bundle. */
@Tag("clients")
class CardProjectTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String RUNNER = "node_modules/vitest/vitest.mjs";
    private static final String TYPES = "node_modules/typescript/bin/tsc";
    private static final String LINT = "node_modules/eslint/bin/eslint.js";

    private final NodeProject project = NodeProject.installed(Path.of("hubspot-project"), Path.of("target", "card"));

    @TestFactory
    Stream<DynamicTest> theCardPassesItsTests() {
        NodeProject.Run run = project.run(
                LIMIT, List.of(RUNNER, "run", "--reporter=json", "--outputFile=vitest.json"), Map.of("CI", "true"));

        return RunnerReport.tests(project.at("vitest.json"), run, 45);
    }

    @Test
    void itsTypesFit() {
        NodeProject.Run run = project.run(LIMIT, List.of(TYPES, "--noEmit"), Map.of());

        RunnerReport.silent(run);
    }

    @Test
    void hubSpotsLintFindsNothing() {
        NodeProject.Run run = project.run(LIMIT, List.of(LINT, ".", "--max-warnings=0"), Map.of());

        RunnerReport.silent(run);
    }

    @Test
    void markupAndFetchOfABrowserWouldBeFound() {
        RunnerReport.plant(project.at("src/app/cards/Planted.tsx"), """
                export const Planted = () => <div onClick={() => void window.fetch('https://a.example')}>x</div>;
                """);

        NodeProject.Run run = project.run(LIMIT, List.of(LINT, "src/app/cards/Planted.tsx"), Map.of());

        assertThat(run.exit()).isNotZero();
        assertThat(run.output()).contains("no-html-elements", "no-native-http");
    }

    @Test
    void bothCardsAreBundledWithoutAnAccount() throws IOException {
        NodeProject.Run run = project.run(LIMIT, List.of("bundle.mjs"), Map.of());

        assertThat(run.exit()).as(run.errors()).isZero();
        for (String card : List.of("ContactCard", "LeadCard")) {
            assertThat(Files.size(project.at("dist/" + card + "/" + card + ".js")))
                    .as(card)
                    .isBetween(10_000L, 100_000L);
        }
    }

    /** Drawn with stand-ins for HubSpot's components; to be looked at in {@code target/card-pictures}. */
    @Test
    void everyStateIsDrawnInARealBrowserAtTwoWidthsAndNothingStandsOver() throws IOException {
        Path pictures = Path.of("target", "card-pictures").toAbsolutePath();

        NodeProject.Run run =
                project.run(LIMIT, List.of("browser/pictures.mjs"), Map.of("LEADLOOP_SHOTS", pictures.toString()));

        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        try (Stream<Path> files = Files.list(pictures)) {
            assertThat(files).hasSize(24);
        }
    }
}
