package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench on a few people: what it counts must be right. How long it takes is not asked. */
class BenchTest {

    private static final int LEADS = 30;
    /** The lead, its hand-off row, the owner's task, status and delivery in both rows, and the contact's answer. */
    private static final int WRITES_FOR_A_LEAD = 6;

    @Test
    void theBenchCountsWhatWasReadAndWritten(@TempDir Path folder) throws IOException, InterruptedException {
        JsonNode report = bench(folder, "backfill,push");
        JsonNode first = report.path("scenarios").path(0);
        assertThat(first.path("records").asInt()).isEqualTo(100);
        assertThat(first.path("vendorRowsWritten").asInt()).isEqualTo(LEADS * WRITES_FOR_A_LEAD);
        assertThat(first.path("minimumCalls").asInt())
                .isBetween(1, first.path("apiCalls").asInt());
        JsonNode push = report.path("scenarios").path(1);
        assertThat(push.path("records").asInt()).isEqualTo(10);
        assertThat(push.path("unanswered").asInt()).isZero();
        assertThat(push.path("p99").asInt()).isPositive();
        assertThat(report.path("stores").path(0).path("rows").path("entry").asInt())
                .isGreaterThanOrEqualTo(2 * LEADS);
    }

    /** Nobody is handed over; HubSpot is not asked who else has an address, since no two contacts can. */
    @Test
    void whereBothSidesKnowEverybodyEachLeadIsWrittenOnce(@TempDir Path folder)
            throws IOException, InterruptedException {
        JsonNode report = bench(folder, "fill");
        JsonNode fill = report.path("scenarios").path(0);
        assertThat(fill.path("vendorRowsWritten").asInt()).isEqualTo(100);
        assertThat(fill.path("calls").path("salesforce update").asInt()).isEqualTo(1);
        assertThat(fill.path("calls").has("hubspot contacts/batch/read")).isFalse();
        assertThat(report.path("stores").path(0).path("rows").path("entry").asInt())
                .isEqualTo(100);
    }

    private static JsonNode bench(Path folder, String scenarios) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        Path answer = folder.resolve("answer.json");
        Path failures = folder.resolve("failures.txt");
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Dleadloop.connector=" + java + " -XX:TieredStopAtLevel=1 -cp " + path
                                + " io.leadloop.app.LeadLoop",
                        "-cp",
                        path,
                        "io.leadloop.fixtures.program.FixturesProgram",
                        "bench",
                        "--contacts=100",
                        "--scenario=" + scenarios,
                        "--rate=5",
                        "--seconds=2",
                        "--latency=0",
                        "--json",
                        "--folder=" + folder.resolve("bench"))
                .redirectOutput(answer.toFile())
                .redirectError(failures.toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(failures)).isZero();
        return JsonMapper.builder().build().readTree(answer.toFile());
    }
}
