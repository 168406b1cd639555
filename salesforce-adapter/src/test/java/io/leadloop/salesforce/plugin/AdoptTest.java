package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.salesforce.SimulatedOrg;
import io.leadloop.spi.Adoption;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed.Standing;
import io.leadloop.spi.ObjectSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside a picklist of 14 reasons that the org has had for years. */
class AdoptTest {

    private static final String VALUES = "Not Interested|Bad Timing|No Budget|Competitor|Duplicate Lead|Wrong Territory"
            + "|Existing Customer|No Response|Bad Contact Information|Company Too Small|Not a Decision Maker|Unsubscribed"
            + "|Blue Moon|Other";
    private static final String THEIRS = "Rejected_Reason__c";
    private static final InstallOrder ORDER = new InstallOrder(
            false, List.of(new Adoption(THEIRS, Map.of("No Budget", "N-BUDGET", "Dup's", "R-DUP"))), Set.of());

    private final Bench bench = new Bench(SimulatedOrg.bare());

    @BeforeEach
    void theirField() {
        bench.act("custom-field", Map.of("field", "Lead." + THEIRS, "label", "Rejected Reason", "values", VALUES));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void theFieldAndItsValuesAreFound() {
        ObjectSchema.Field found = bench.plugin().adoptable(THEIRS).orElseThrow();

        assertThat(found.allowed()).hasSize(14);
        assertThat(bench.plugin().adoptable("Company")).isEmpty();
        assertThat(bench.plugin().adoptable("Nothing__c")).isEmpty();
    }

    @Test
    void noReasonFieldComesBesideTheirs() {
        InstallReport report = bench.plugin().install(ORDER, bench.progress::add);

        assertThat(report.problems()).isEmpty();
        Map<String, OrgField> lead = new OrgView(bench.rest).fields("Lead").orElseThrow();
        assertThat(lead).containsKey(THEIRS).doesNotContainKey("LeadLoop_Reason__c");
        assertThat(lead.keySet().stream().filter(name -> name.contains("Reason")))
                .containsExactlyInAnyOrder(THEIRS, "EmailBouncedReason");
        assertThat(bench.field("Lead", THEIRS).writable()).isTrue();
        assertThat(new OrgView(bench.rest).fields("Contact").orElseThrow()).containsKey("LeadLoop_Reason__c");
        assertThat(bench.plugin().look(Set.of(THEIRS)).standing()).isEqualTo(Standing.CURRENT);
        assertThat(bench.plugin().look(Set.of(THEIRS)).missing()).isEmpty();
    }

    @Test
    void rightsRulesAndComponentsNameTheirField() {
        SourceTree tree = new Adopted(ORDER.adopted().get(0), Set.of("Lead")).of(SourceTree.shipped());

        assertThat(tree.text("permissionsets/LeadLoop_Rep.permissionset-meta.xml"))
                .contains("<field>Lead.Rejected_Reason__c</field>")
                .contains("<field>Contact.LeadLoop_Reason__c</field>")
                .doesNotContain("<field>Lead.LeadLoop_Reason__c</field>");
        assertThat(tree.text("objects/Lead/validationRules/LeadLoop_Require_Reason.validationRule-meta.xml"))
                .contains("TEXT(Rejected_Reason__c)")
                .doesNotContain("LeadLoop_Reason__c");
        assertThat(tree.text("lwc/leadLoopRecord/leadLoopRecord.js"))
                .contains("@salesforce/schema/Lead.Rejected_Reason__c")
                .contains("@salesforce/schema/Contact.LeadLoop_Reason__c");
        assertThat(tree.text("lwc/leadLoopAdopted/leadLoopAdopted.js"))
                .contains("export const FIELDS = { Lead: 'Rejected_Reason__c' };")
                .contains("    'No Budget': 'N-BUDGET'")
                .contains("    'Dup\\'s': 'R-DUP'");
        assertThat(SalesforcePlugin.check(new PackageSource(tree), Set.of("Lead." + THEIRS)))
                .isEmpty();
    }

    @Test
    void aRemovalLeavesTheirFieldWithItsValues() {
        bench.plugin().install(ORDER, bench.progress::add);
        String id = bench.lead("Reed", Map.of(THEIRS, "No Budget", "LeadLoop_Cycle__c", "1"))
                .getOrDefault("Id", "");

        InstallReport report = bench.plugin().remove(false, bench.progress::add);

        assertThat(report.problems()).isEmpty();
        assertThat(new OrgView(bench.rest).fields("Lead").orElseThrow())
                .containsKey(THEIRS)
                .doesNotContainKey("LeadLoop_Cycle__c");
        assertThat(bench.org.simulator().records("Lead"))
                .anyMatch(row -> row.getOrDefault("Id", "").equals(id)
                        && row.getOrDefault(THEIRS, "").equals("No Budget"));
    }
}
