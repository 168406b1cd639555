package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Progress;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.Expected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HubSpot rings while a pass is under way. */
class MeanwhileTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whatRingsIsWrittenBeforeThePassHasReadEverything() {
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));

        PassReport report = run(Ceilings.NONE);

        assertThat(seen).last().isEqualTo("CFO");
        assertThat(report.written()).isEqualTo(1);
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.run().written()).isZero();
        assertThat(title()).isEqualTo("CFO");
    }

    @Test
    void beyondTheCeilingsItWaitsForAPersonLikeTheRest() {
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));

        PassReport report = run(new Ceilings(0, 0));

        assertThat(report.held()).isTrue();
        assertThat(title()).isNotEqualTo("CFO");
    }

    @Test
    void whileSomethingIsReadForTheFirstTimeNothingIsWrittenBetween() {
        run(Ceilings.NONE);

        assertThat(seen).isNotEmpty().containsOnly("");
        assertThat(title()).isEqualTo("CFO");
    }

    /** Dana's title changes when the first page was taken in. */
    private PassReport run(Ceilings ceilings) {
        Progress progress = new Progress() {
            @Override
            public void at(long done, long all) {
                if (seen.isEmpty()) {
                    retitle();
                }
                seen.add(title());
            }
        };
        return bench.pipeline.runOpen(ceilings, () -> new Expected(1, 1), progress);
    }

    private void retitle() {
        String id = bench.contact(DANA).get("hs_object_id");
        bench.marketing()
                .edit(new UserEdit("Mia Marketer", "contact", Optional.of(id), Map.of("jobtitle", "CFO"), false));
        Changes changes = new Changes();
        changes.ring(Ring.of(new RecordRef(Bench.MARKETING, new ObjectType("contact"), id), bench.clock.instant()));
        bench.store.commit(changes);
    }

    private String title() {
        return bench.lead(DANA).map(lead -> lead.getOrDefault("Title", "")).orElse("");
    }
}
