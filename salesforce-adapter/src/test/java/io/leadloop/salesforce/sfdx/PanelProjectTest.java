package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leadloop.fixtures.node.NodeProject;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The components' own tests by Salesforce's runner, each as a test here, and Salesforce's lint rules. */
@Tag("clients")
class PanelProjectTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String RUNNER = "node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest";
    private static final String LINT = "node_modules/eslint/bin/eslint.js";

    private final NodeProject project = NodeProject.installed(Path.of("sfdx"), Path.of("target", "sfdx"));
    private final JsonMapper json = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> theComponentsPassTheirTests() {
        NodeProject.Run run =
                project.run(LIMIT, List.of(RUNNER, "--", "--json", "--outputFile=jest.json"), Map.of("CI", "true"));
        JsonNode report = json.readTree(project.at("jest.json").toFile());

        return Stream.concat(
                report.path("testResults")
                        .valueStream()
                        .flatMap(file -> file.path("assertionResults").valueStream())
                        .map(each -> dynamicTest(
                                each.path("fullName").asString(),
                                () -> assertThat(each.path("status").asString())
                                        .as(each.path("failureMessages").toString())
                                        .isEqualTo("passed"))),
                Stream.of(dynamicTest("all files ran", () -> {
                    assertThat(report.path("numTotalTests").asInt(0))
                            .as(run.errors())
                            .isPositive();
                    assertThat(run.exit()).as(run.errors()).isZero();
                })));
    }

    @Test
    void salesforcesLintFindsNothing() {
        NodeProject.Run run = project.run(LIMIT, List.of(LINT, ".", "--max-warnings=0"), Map.of());

        assertThat(run.output()).isEmpty();
        assertThat(run.exit()).as(run.errors()).isZero();
    }

    @Test
    void aTimerAndWrittenHtmlWouldBeFound() {
        Path planted = project.at("force-app/main/default/lwc/leadLoopClock/planted.js");
        write(planted, "export const x = (element) => setInterval(() => { element.innerHTML = 'a'; }, 1);\n");

        NodeProject.Run run = project.run(LIMIT, List.of(LINT, "force-app/main/default/lwc/leadLoopClock"), Map.of());

        assertThat(run.output()).contains("no-async-operation", "no-inner-html");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
