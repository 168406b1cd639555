package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Setup;
import io.leadloop.policy.Allowance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Salesforce has few calls left for us. */
class AllowanceLoopTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aFirstReadStopsAtItsShareAndGoesOnWhenThereIsMore() {
        PassReport report = with(4).run(Progress.UNSEEN);

        assertThat(report.keptBack()).isTrue();
        assertThat(used()).isLessThanOrEqualTo(4);
        assertThat(bench.crm().records("Lead")).isEmpty();

        PassReport after = with(1_000).run(Progress.UNSEEN);

        assertThat(after.keptBack()).isFalse();
        assertThat(bench.lead(DANA)).isPresent();
    }

    @Test
    void anOptOutStillReachesSalesforceWhenStatusMayNot() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing().act("unsubscribe", DANA, Map.of("email", DANA));
        bench.rep("Lead", bench.lead(DANA).orElseThrow().get("Id"), Map.of("Title", "Chief"));
        bench.clock.advance(Duration.ofMinutes(1));
        long limit = (used() + 5) * 100 / 85;

        PassReport report = with(limit).run(Progress.UNSEEN);

        assertThat(report.keptBack()).isTrue();
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("HasOptedOutOfEmail", "true");
        assertThat(used()).isLessThan(limit);
    }

    private Pipeline with(long limit) {
        Setup usual = bench.setup(Bench.shipped());
        List<Connected> connections = usual.connections().stream()
                .map(connected -> connected.id().equals(Bench.CRM)
                        ? new Connected(
                                connected.id(),
                                connected.system(),
                                connected.role(),
                                connected.adapter(),
                                new Allowance(limit, 0))
                        : connected)
                .toList();
        return new Pipeline(usual.through(connections), bench.store, bench.clock, "test");
    }

    private long used() {
        return bench.setup(Bench.shipped()).connections().stream()
                .filter(connected -> connected.id().equals(Bench.CRM))
                .flatMap(connected -> connected.adapter().usage().stream())
                .mapToLong(usage -> usage.used())
                .sum();
    }
}
