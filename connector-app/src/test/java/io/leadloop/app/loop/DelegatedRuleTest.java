package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.definition.DelegatedRule;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Setup;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The customer's own rule decides who is a lead, by a property that nothing maps. */
class DelegatedRuleTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);
    private final Pipeline pipeline = new Pipeline(own(), bench.store, bench.clock, "test");

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whoTheRuleNamesIsHandedOverOnceThePropertySaysSo() {
        pipeline.run(Progress.UNSEEN);
        assertThat(bench.crm().records("Lead")).isEmpty();
        bench.clock.advance(Duration.ofHours(1));

        bench.marketing()
                .edit(new UserEdit(
                        "Mara Keller",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("city", "Lisbon"),
                        false));
        bench.clock.advance(Duration.ofMinutes(1));
        pipeline.run(Progress.UNSEEN);

        assertThat(bench.crm().records("Lead")).hasSize(1);
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("LeadLoop_Definition__c", "own rule");
    }

    private Setup own() {
        Setup usual = bench.setup(Bench.shipped());
        Location here = Location.start("leadloop.yaml");
        DelegatedRule rule = new DelegatedRule(usual.mappings()
                .expressions()
                .condition(new YamlNode.Scalar("marketing.city == 'Lisbon'", here, here, false), new Problems())
                .orElseThrow());
        return new Setup(
                usual.installation(),
                usual.mappings().reading(rule.reads()),
                usual.connections(),
                rule,
                usual.lifecycle(),
                usual.reasons(),
                usual.revisions());
    }
}
