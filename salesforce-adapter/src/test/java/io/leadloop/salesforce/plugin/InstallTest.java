package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.salesforce.SimulatedOrg;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.Installed.Standing;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.PartChange.Effect;
import io.leadloop.spi.PluginPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstallTest {

    private static final InstallOrder WITH_INFLUENCE = new InstallOrder(false, List.of(), Set.of("campaign-influence"));

    private static final String REASONS = "globalValueSets/LeadLoop_Reason.globalValueSet-meta.xml";

    private final Bench bench = new Bench(SimulatedOrg.bare());

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void anOrgWithoutAnythingSaysSo() {
        Installed found = bench.look();

        assertThat(found.standing()).isEqualTo(Standing.ABSENT);
        assertThat(found.present()).isZero();
        assertThat(found.drift()).isEmpty();
    }

    @Test
    void aCheckNamesEveryPartAndChangesNothing() {
        InstallReport report = bench.plugin().install(InstallOrder.plain().checking(), bench.progress::add);

        assertThat(report.problems()).isEmpty();
        assertThat(report.changes()).allMatch(change -> change.effect() == Effect.ADDED);
        assertThat(new TreeSet<>(
                        report.changes().stream().map(change -> change.part()).toList()))
                .isEqualTo(new TreeSet<>(new PackageSource(SourceTree.shipped()).parts()));
        assertThat(bench.look().standing()).isEqualTo(Standing.ABSENT);
        assertThat(bench.org.simulator().records("PermissionSet")).isEmpty();
    }

    @Test
    void anInstallationAddsEveryPartWithProgressAndLetsOurUserSeeAndWriteIt() {
        InstallReport report = bench.install();

        assertThat(report.problems()).isEmpty();
        assertThat(report.count(Effect.ADDED))
                .isEqualTo(report.changes().size())
                .isGreaterThan(90);
        assertThat(bench.progress).first().asString().startsWith("Pending");
        assertThat(bench.progress).last().asString().startsWith("Succeeded");
        assertThat(report.notes()).anyMatch(note -> note.contains("was given the permission set"));
        Installed found = bench.look();
        assertThat(found.missing()).isEmpty();
        assertThat(found.drift()).isEmpty();
        assertThat(found.standing()).isEqualTo(Standing.CURRENT);
        assertThat(found.version()).isEqualTo(bench.plugin().version()).isNotEmpty();
    }

    @Test
    void aSecondTimeNothingChanges() {
        bench.install();

        InstallReport again = bench.install();

        assertThat(again.problems()).isEmpty();
        assertThat(again.changes()).isNotEmpty().allMatch(change -> change.effect() == Effect.SAME);
        assertThat(again.notes()).anyMatch(note -> note.contains("has the permission set"));
        assertThat(bench.org.simulator().records("PermissionSetAssignment")).hasSize(1);
    }

    @Test
    void withoutTheRightToDeployTheSentenceSaysWhatToGive() {
        bench.act("metadata-right", Map.of("allowed", "false"));

        InstallReport report = bench.install();

        assertThat(report.asked()).isTrue();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("may not change the org's set-up");
            assertThat(problem.fix()).contains("Modify Metadata");
        });
        assertThat(bench.look().standing()).isEqualTo(Standing.ABSENT);
    }

    @Test
    void whereOnePartFailsOnTheWayNothingStays() {
        bench.org.simulator().inject(Fault.once("deploy-error", "LeadLoop_Integration", Map.of()));

        InstallReport report = bench.install();

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).contains("PermissionSet LeadLoop_Integration"));
        assertThat(report.notes()).isEmpty();
        assertThat(bench.look().standing()).isEqualTo(Standing.ABSENT);
        assertThat(bench.install().problems()).isEmpty();
    }

    @Test
    void aConnectionThatIsLostWhileAskingIsAskedAgain() {
        bench.org.inject(new Fault("reset-after", "metadata/status", 1, 3, Map.of()));

        InstallReport report = bench.install();

        assertThat(report.problems()).isEmpty();
        assertThat(bench.look().standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void aConnectionThatStaysLostSaysThatTheOrgGoesOnWithoutUs() {
        bench.org.inject(new Fault("reset-before", "metadata/status", 0, 50, Map.of()));

        assertThatThrownBy(bench::install).isInstanceOfSatisfying(CallFailed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("DEPLOY_NOT_SEEN");
            assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
        });
    }

    @Test
    void anOlderVersionIsSeenAndBroughtUpToDate() {
        bench.plugin(older()).install(InstallOrder.plain(), bench.progress::add);
        Installed before = bench.look();

        InstallReport report = bench.install();

        assertThat(before.standing()).isEqualTo(Standing.OLDER);
        assertThat(before.version()).isEqualTo("0.0.9");
        assertThat(before.missing()).contains(new PluginPart("fields", "Lead.LeadLoop_Receipt__c"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.changes())
                .filteredOn(change -> change.effect() == Effect.ADDED)
                .extracting(change -> change.part().name())
                .containsExactlyInAnyOrder("Lead.LeadLoop_Receipt__c");
        assertThat(report.count(Effect.CHANGED)).isPositive();
        assertThat(bench.look().standing()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void anUpgradeLeavesAloneWhatAnAdminHasChosenSince() {
        SourceTree shipped = SourceTree.shipped();
        String without = shipped.text(REASONS)
                .replaceFirst(
                        "(<fullName>R-TERR</fullName>\\s*<default>false</default>)", "$1<isActive>false</isActive>");
        bench.plugin(shipped.with(REASONS, without)).install(InstallOrder.plain(), bench.progress::add);

        InstallReport again = bench.install();

        assertThat(again.problems()).isEmpty();
        assertThat(bench.field("Lead", "LeadLoop_Reason__c").offered())
                .contains("F-SIZE", "S-NOREASON")
                .doesNotContain("R-TERR");
        assertThat(again.notes()).anyMatch(note -> note.contains("Require Reason on Lead stays as it is"));
        assertThat(again.changes())
                .isNotEmpty()
                .noneMatch(change -> change.part().kind().equals("validationRules"))
                .noneMatch(change -> change.part().kind().equals("labels"));
    }

    @Test
    void aNewerOrgIsLeftAlone() {
        SourceTree newer = SourceTree.shipped();
        String path = "objects/LeadLoop_Handoff__c/fields/LeadLoop_Key__c.field-meta.xml";
        bench.plugin(newer.with(path, newer.text(path).replaceAll("package \\d+\\.\\d+\\.\\d+", "package 9.0.0")))
                .install(InstallOrder.plain(), bench.progress::add);

        InstallReport report = bench.install();

        assertThat(bench.look().standing()).isEqualTo(Standing.NEWER);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("newer package"));
    }

    @Test
    void aFieldOfTheirsWithOurNameAndAnotherTypeStopsItWithTheVendorsWords() {
        bench.act("custom-field", Map.of("field", "Lead.LeadLoop_Cycle__c", "label", "Cycle", "values", "1|2"));

        Installed found = bench.look();
        InstallReport report = bench.install();

        assertThat(found.standing()).isEqualTo(Standing.HALF);
        assertThat(found.drift())
                .singleElement()
                .satisfies(drift ->
                        assertThat(drift.what()).isEqualTo("It is of type picklist, and LeadLoop needs double"));
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where())
                    .contains("CustomField Lead.LeadLoop_Cycle__c")
                    .contains("objects/Lead.object:");
            assertThat(problem.what()).contains("Cannot change field type from picklist to double");
            assertThat(problem.fix()).contains("Rename or delete your field");
        });
    }

    @Test
    void aPackageWhoseUserHasNoRightsIsHalfInstalledAndTheSentenceSaysWhatToGive() {
        bench.install();
        String id =
                bench.org.simulator().records("PermissionSetAssignment").get(0).getOrDefault("Id", "");
        bench.rest.delete("/composite/sobjects?allOrNone=true&ids=" + id);

        Installed found = bench.look();

        assertThat(found.standing()).isEqualTo(Standing.HALF);
        assertThat(found.drift())
                .singleElement()
                .satisfies(drift -> assertThat(drift.fix()).contains("LeadLoop Integration"));
    }

    @Test
    void anOrgWithoutCampaignInfluenceRefusesItsModelAndAppliesNothing() {
        InstallReport report = bench.plugin().install(WITH_INFLUENCE, bench.progress::add);

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).contains("LeadLoop_Linear");
            assertThat(problem.what()).contains("Not available for deploy");
            assertThat(problem.fix()).contains("Campaign Influence").contains("without --with");
        });
        assertThat(bench.look().standing()).isEqualTo(Standing.ABSENT);
    }

    @Test
    void campaignInfluenceComesOnlyWhenAskedForAndGoesWithThePackage() {
        bench.act("campaign-influence", Map.of("allowed", "true"));
        assertThat(bench.install().changes()).noneMatch(InstallTest::isModel);
        InstallReport asked = bench.plugin().install(WITH_INFLUENCE, bench.progress::add);
        InstallReport again = bench.plugin().install(WITH_INFLUENCE, bench.progress::add);
        InstallReport without = bench.install();

        assertThat(asked.problems()).isEmpty();
        assertThat(asked.changes())
                .filteredOn(InstallTest::isModel)
                .extracting(change -> change.effect())
                .containsExactly(Effect.ADDED);
        assertThat(asked.notes()).anyMatch(note -> note.contains("writes no rows of Campaign Influence yet"));
        assertThat(again.changes())
                .filteredOn(InstallTest::isModel)
                .extracting(change -> change.effect())
                .containsExactly(Effect.SAME);
        assertThat(without.problems()).isEmpty();

        InstallReport gone = bench.plugin().remove(false, bench.progress::add);
        assertThat(gone.problems()).isEmpty();
        assertThat(gone.changes())
                .filteredOn(InstallTest::isModel)
                .extracting(change -> change.effect())
                .containsExactly(Effect.REMOVED);
    }

    @Test
    void thePackageIsTakenOutOfAnOrgThatHasNoCampaignInfluence() {
        bench.install();

        InstallReport gone = bench.plugin().remove(false, bench.progress::add);

        assertThat(gone.problems()).isEmpty();
        assertThat(gone.changes()).isNotEmpty().noneMatch(InstallTest::isModel);
    }

    private static boolean isModel(PartChange change) {
        return change.part().kind().equals("campaignInfluenceModels");
    }

    @Test
    void thePreinstalledOrgOfTheDemoIsCurrent() {
        try (Bench demo = new Bench(SimulatedOrg.usual())) {
            Installed found = demo.look();

            assertThat(found.standing()).isEqualTo(Standing.CURRENT);
            assertThat(found.drift()).isEmpty();
        }
    }

    private static SourceTree older() {
        SourceTree tree = SourceTree.shipped();
        for (String path : List.copyOf(tree.files().keySet())) {
            if (path.startsWith("lwc/") || path.startsWith("quickActions/") || path.startsWith("flows/")) {
                continue;
            }
            tree = tree.with(
                    path,
                    tree.text(path)
                            .replaceAll("package \\d+\\.\\d+\\.\\d+", "package 0.0.9")
                            .replaceAll(
                                    "(?s)\\s*<fieldPermissions>\\s*<editable>\\w+</editable>\\s*<field>Lead.LeadLoop_Receipt__c</field>.*?</fieldPermissions>",
                                    "")
                            .replace("ISBLANK(LeadLoop_Receipt__c)", "TRUE"));
        }
        tree = tree.without("objects/Lead/fields/LeadLoop_Receipt__c.field-meta.xml");
        String record = "lwc/leadLoopRecord/leadLoopRecord.js";
        return tree.with(record, tree.text(record).replace("Lead.LeadLoop_Receipt__c", "Lead.LeadLoop_Evidence__c"));
    }
}
