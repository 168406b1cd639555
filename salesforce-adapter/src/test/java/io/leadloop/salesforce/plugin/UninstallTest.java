package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.salesforce.SimulatedOrg;
import io.leadloop.spi.Holding;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed.Standing;
import io.leadloop.spi.PartChange.Effect;
import io.leadloop.spi.PluginPart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UninstallTest {

    private final Bench bench = new Bench(SimulatedOrg.bare());

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whereNothingIsThereNothingHappens() {
        InstallReport report = bench.plugin().remove(false, bench.progress::add);

        assertThat(report.good()).isTrue();
        assertThat(report.changes()).isEmpty();
        assertThat(bench.progress).isEmpty();
    }

    @Test
    void whatWouldGoIsCountedFieldByFieldAndCanBeExported() {
        bench.install();
        bench.lead("Reed", Map.of("LeadLoop_Comment__c", "Not now", "LeadLoop_Reason__c", "N-TIMING"));
        bench.lead("Stone", Map.of("LeadLoop_Reason__c", "R-DUP"));
        bench.lead("Untouched", Map.of());
        handoff();

        List<Holding> holdings = bench.plugin().holdings();
        List<Map<String, String>> rows = new ArrayList<>();
        bench.plugin().export("Lead", rows::add);

        assertThat(holdings)
                .containsExactlyInAnyOrder(
                        new Holding("Lead", new PluginPart("fields", "Lead.LeadLoop_Comment__c"), 1),
                        new Holding("Lead", new PluginPart("fields", "Lead.LeadLoop_Reason__c"), 2),
                        new Holding("LeadLoop_Handoff__c", new PluginPart("objects", "LeadLoop_Handoff__c"), 1));
        assertThat(rows)
                .hasSize(2)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("LeadLoop_Comment__c", "Not now")
                        .containsEntry("LeadLoop_Reason__c", "N-TIMING")
                        .containsKey("Id"));
    }

    @Test
    void aCheckTakesNothingAway() {
        bench.install();

        InstallReport report = bench.plugin().remove(true, bench.progress::add);

        assertThat(report.problems()).isEmpty();
        assertThat(report.changes())
                .anyMatch(change -> change.part().name().equals("Lead.LeadLoop_Key__c"))
                .anyMatch(change -> change.part().name().equals("LeadLoop_Integration"))
                .allMatch(change -> change.effect() == Effect.REMOVED);
        assertThat(bench.look().standing()).isEqualTo(Standing.CURRENT);
        assertThat(bench.org.simulator().records("PermissionSetAssignment")).hasSize(1);
    }

    @Test
    void aRemovalLeavesNothingBehindAndTheOrgCanBeInstalledAgain() {
        bench.install();
        handoff();

        InstallReport report = bench.plugin().remove(false, bench.progress::add);

        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("1 assignments"));
        assertThat(bench.look().standing()).isEqualTo(Standing.ABSENT);
        assertThat(bench.org.simulator().records("PermissionSet")).isEmpty();
        assertThat(new OrgView(bench.rest).fields("LeadLoop_Handoff__c")).isEmpty();
        assertThat(bench.install().count(Effect.ADDED)).isGreaterThan(90);
        assertThat(bench.org.simulator().records("LeadLoop_Handoff__c")).isEmpty();
    }

    @Test
    void aFieldThatARuleOfTheirsNamesKeepsEverythingWhereItIs() {
        bench.install();
        String rule = "objects/Lead/validationRules/Mine.validationRule-meta.xml";
        SourceTree tree = SourceTree.shipped();
        theirsIn(tree, rule);

        InstallReport report = bench.plugin().remove(false, bench.progress::add);

        assertThat(report.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.what()).contains("referenced elsewhere").contains("Lead.Mine");
            assertThat(problem.fix()).contains("Take it out of what names it");
        });
        assertThat(bench.look().standing()).isEqualTo(Standing.CURRENT);
        assertThat(bench.org.simulator().records("PermissionSetAssignment")).hasSize(1);
    }

    /** Deploys a rule of the org's own, without our installer, which keeps its hands off rules that are there. */
    private void theirsIn(SourceTree tree, String rule) {
        Map<String, byte[]> files = new HashMap<>();
        files.put(
                rule,
                tree.text("objects/Lead/validationRules/LeadLoop_Require_Reason.validationRule-meta.xml")
                        .replace("LeadLoop_Require_Reason", "Mine")
                        .getBytes(StandardCharsets.UTF_8));
        new Deploying(bench.rest, pause -> {}, Duration.ZERO)
                .run(PackageZip.of(new PackageSource(new SourceTree(files))), false, step -> {});
    }

    private void handoff() {
        bench.org
                .simulator()
                .edit(new UserEdit(
                        "Marco Ruiz",
                        "LeadLoop_Handoff__c",
                        Optional.empty(),
                        Map.of("LeadLoop_State__c", "handed_off", "LeadLoop_Cycle__c", "1"),
                        false));
    }
}
