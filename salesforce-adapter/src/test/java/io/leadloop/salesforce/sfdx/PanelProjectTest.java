package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.node.NodeProject;
import io.leadloop.fixtures.node.RunnerReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The components' own tests by Salesforce's runner, each as a test here, and Salesforce's lint rules. */
@Tag("clients")
class PanelProjectTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String RUNNER = "node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest";
    private static final String LINT = "node_modules/eslint/bin/eslint.js";

    private final NodeProject project = NodeProject.installed(Path.of("sfdx"), Path.of("target", "sfdx"));

    @TestFactory
    Stream<DynamicTest> theComponentsPassTheirTests() {
        NodeProject.Run run =
                project.run(LIMIT, List.of(RUNNER, "--", "--json", "--outputFile=jest.json"), Map.of("CI", "true"));

        return RunnerReport.tests(project.at("jest.json"), run, 90);
    }

    @Test
    void salesforcesLintFindsNothing() {
        NodeProject.Run run = project.run(LIMIT, List.of(LINT, ".", "--max-warnings=0"), Map.of());

        RunnerReport.silent(run);
    }

    @Test
    void aTimerAndWrittenHtmlWouldBeFound() {
        Path planted = project.at("force-app/main/default/lwc/leadLoopClock/planted.js");
        RunnerReport.plant(
                planted, "export const x = (element) => setInterval(() => { element.innerHTML = 'a'; }, 1);\n");

        NodeProject.Run run = project.run(LIMIT, List.of(LINT, "force-app/main/default/lwc/leadLoopClock"), Map.of());

        assertThat(run.output()).contains("no-async-operation", "no-inner-html");
    }
}
