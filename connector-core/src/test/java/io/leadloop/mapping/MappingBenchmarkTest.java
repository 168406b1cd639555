package io.leadloop.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.canonical.FieldValue;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A glance by default; {@code -Dleadloop.measure=true} measures in processes of its own, which do not inherit the coverage
 * agent of this one.
 */
class MappingBenchmarkTest {

    @Test
    void bothDoTheSameWork() {
        Map<String, FieldValue> ours =
                ThirtyFields.mapping().read(ThirtyFields.record()).values();
        JsonNode theirs = ThirtyFields.jslt().apply(ThirtyFields.json());

        assertThat(ours).hasSize(30).hasSize(theirs.size());
        ours.forEach((field, value) ->
                assertThat(theirs.path(field).asText()).as(field).isEqualTo(value.text()));
        assertThat(ours.get("domain")).isEqualTo(FieldValue.ofText("northwind.example"));
        assertThat(ours.get("role")).isEqualTo(FieldValue.ofText("DECIDER"));
    }

    @Test
    void bothCanBeMeasured() throws RunnerException {
        boolean measure = Boolean.getBoolean("leadloop.measure");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(MappingBenchmark.class.getName())
                        .forks(measure ? 2 : 0)
                        .jvmArgs("-Xmx512m")
                        .addProfiler(GCProfiler.class)
                        .warmupIterations(measure ? 5 : 0)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(measure ? 5 : 1)
                        .measurementTime(measure ? TimeValue.seconds(1) : TimeValue.milliseconds(20))
                        .build())
                .run();
        assertThat(results)
                .hasSize(2)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }
}
