package io.leadloop.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(leadloop\\.[a-z.]+)` \\| (\\w+) \\|\\s*([a-z, ]*?)\\s*\\| .+ \\|");

    @Test
    void everyMeterIsDescribedAndEveryDescriptionIsAMeter() throws IOException {
        List<String> lines = Files.readAllLines(OPERATIONS);
        List<String> table = lines.subList(lines.indexOf("<!-- meters -->"), lines.size());
        Set<String> described = table.subList(0, table.indexOf("<!-- end -->")).stream()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2) + " [" + row.group(3) + "]")
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> meters = Stream.of(Meter.values())
                .map(meter -> meter.id() + " " + meter.kind().name().toLowerCase(Locale.ROOT) + " " + meter.tags())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(meters);
    }

    @Test
    void theyAreShownAsPrometheusReadsThem() {
        try (Meters meters = new Meters()) {
            meters.count(Meter.PASSES, 2, "ok");
            meters.time(Meter.PASS_TIME, Duration.ofMillis(1_500));
            meters.gauge(Meter.REVIEW_OPEN, () -> 7);

            assertThat(meters.text())
                    .contains(
                            "leadloop_passes_total{outcome=\"ok\"} 2.0",
                            "leadloop_pass_time_seconds_sum 1.5",
                            "leadloop_review_open 7.0");
        }
    }

    @Test
    void aMeterHasItsTagsAndNoOthers() {
        try (Meters meters = new Meters()) {
            assertThatThrownBy(() -> meters.count(Meter.PASSES, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
