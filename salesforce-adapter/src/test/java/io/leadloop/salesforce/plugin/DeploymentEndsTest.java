package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.PartProblem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.hc.core5.http.HttpEntity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A deployment that does not end well is told in words, whatever Salesforce calls its end. */
class DeploymentEndsTest {

    private static final String FAILURE =
            "{\"componentType\":\"CustomField\",\"fullName\":\"Lead.LeadLoop_Key__c\",\"problem\":\"A limit was reached\",\"problemType\":\"Error\"}";

    /** An org that takes a deployment and tells these ends of it, one for each question. */
    private record Told(Queue<String> answers) implements SalesforceRest {
        @Override
        public JsonNode get(String path) {
            if (path.contains("deployRequest")) {
                String next = answers.size() > 1 ? answers.remove() : answers.element();
                return JsonMapper.builder().build().readTree(next);
            }
            return JsonMapper.builder().build().readTree("{\"fields\":[],\"totalSize\":0,\"records\":[]}");
        }

        @Override
        public JsonNode post(String path, HttpEntity body) {
            return JsonMapper.builder().build().readTree("{\"id\":\"0Af570000000001AAA\"}");
        }

        @Override
        public void delete(String path) {
            throw new AssertionError("nothing is deleted");
        }
    }

    @Test
    void oneThatSomebodyCancelsAppliesNothing() {
        InstallReport report = install(status("InProgress", false, false, ""), status("Canceled", true, false, ""));

        assertThat(report.good()).isFalse();
        assertThat(report.notes()).isEmpty();
        assertThat(report.problems())
                .extracting(PartProblem::what)
                .singleElement()
                .asString()
                .contains("cancelled", "nothing was applied");
    }

    @Test
    void oneThatFailsHalfWayIsToldWithWhatStoodInTheWay() {
        InstallReport report = install(status("Failed", true, false, FAILURE));

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).contains("Lead.LeadLoop_Key__c");
            assertThat(problem.what()).contains("A limit was reached");
            assertThat(problem.fix()).startsWith("Make room");
        });
    }

    @Test
    void oneThatFailsWithoutAReasonIsNoSuccess() {
        assertThat(install(status("FinalizingFailed", true, false, "")).problems())
                .extracting(PartProblem::what)
                .containsExactly("It ended as FinalizingFailed without a reason");
    }

    @Test
    void oneOfWhichAPartWasAppliedIsNoSuccessEither() {
        for (boolean success : List.of(true, false)) {
            InstallReport report = install(status("SucceededPartial", true, success, FAILURE));

            assertThat(report.good()).isFalse();
            assertThat(report.notes()).isEmpty();
            assertThat(report.problems()).hasSize(2);
            assertThat(report.problems().get(1).what()).isEqualTo("Only a part was applied: 98 of 99");
            assertThat(report.problems().get(1).fix()).contains("run the command again");
        }
    }

    private static InstallReport install(String... answers) {
        return new SalesforcePlugin(
                        new Told(new ArrayDeque<>(List.of(answers))),
                        pause -> {},
                        Duration.ofSeconds(2),
                        SourceTree.shipped())
                .install(InstallOrder.plain(), step -> {});
    }

    private static String status(String status, boolean done, boolean success, String failure) {
        return """
                {"deployResult":{"status":"%s","done":%s,"success":%s,"numberComponentsDeployed":98,
                 "numberComponentsTotal":99,"details":{"componentSuccesses":[],"componentFailures":[%s]}}}
                """.formatted(status, done, success, failure);
    }
}
