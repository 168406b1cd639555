package io.leadloop.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.fixtures.simulator.VendorSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 leads that are declined by hand and by a data load, the package's rule off and on. */
@Tag("clients")
class WithoutPanelTest {

    private static final Path RULE = Path.of(
            "..",
            "salesforce-adapter/sfdx/force-app/main/default/objects/Lead/validationRules/LeadLoop_Require_Reason.validationRule-meta.xml");
    private static final String MARCO = "Marco Ruiz";
    private static final String LOADER = "Data Loader";
    private static final Map<String, String> NO = Map.of("Status", "Junk");

    @TempDir
    private Path folder;

    @Test
    void everyDeclineCountsAndTheRuleHoldsUpOnlyWhoHasNoBypass() throws IOException {
        try (RunningLoop loop = RunningLoop.installed(folder, 1_700)) {
            VendorSimulator org = loop.simulators.salesforce().simulator();
            List<String> leads = org.records("Lead").stream()
                    .filter(lead ->
                            !lead.getOrDefault("LeadLoop_Handed_Off_At__c", "").isEmpty())
                    .map(lead -> lead.getOrDefault("Id", ""))
                    .limit(500)
                    .toList();
            assertThat(leads).hasSize(500);
            leads.subList(0, 200).forEach(lead -> edit(org, MARCO, "Lead", lead, NO));

            edit(
                    org,
                    MARCO,
                    "User",
                    "",
                    Map.of(
                            "FirstName",
                            "Data",
                            "LastName",
                            "Loader",
                            "Username",
                            "load@x.example",
                            "Email",
                            "load@x.example"));
            turnOn(org);
            for (String lead : leads.subList(200, 500)) {
                assertThatThrownBy(() -> edit(org, MARCO, "Lead", lead, NO)).hasMessageContaining(message());
            }
            leads.subList(200, 300)
                    .forEach(lead ->
                            edit(org, MARCO, "Lead", lead, Map.of("Status", "Junk", "LeadLoop_Reason__c", "F-SIZE")));
            leads.subList(300, 500).forEach(lead -> edit(org, LOADER, "Lead", lead, NO));
            loop.pass();

            Map<String, Long> reasons = loop.simulators.hubSpot().simulator().records("contact").stream()
                    .map(contact -> contact.getOrDefault("leadloop_reason_code", ""))
                    .filter(reason -> !reason.isEmpty())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(reasons).isEqualTo(Map.of("F-SIZE", 100L, "S-NOREASON", 400L));
        }
    }

    /** The rule as it was installed, turned on in Setup, and the bypass for the data load. */
    private static void turnOn(VendorSimulator org) {
        org.act("rule-active", "Admin", Map.of("name", "Lead.LeadLoop_Require_Reason", "active", "true"));
        edit(
                org,
                "Admin",
                "PermissionSetAssignment",
                "",
                Map.of(
                        "AssigneeId",
                        id(org, "User", LOADER),
                        "PermissionSetId",
                        id(org, "PermissionSet", "LeadLoop_Bypass")));
    }

    private static String id(VendorSimulator org, String type, String name) {
        return org.records(type).stream()
                .filter(record -> name.equals(record.get("Name")))
                .map(record -> record.getOrDefault("Id", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String message() throws IOException {
        return Files.readString(RULE).replaceAll("(?s).*<errorMessage>(.*)</errorMessage>.*", "$1");
    }

    private static void edit(VendorSimulator org, String actor, String type, String id, Map<String, String> fields) {
        org.edit(new UserEdit(actor, type, Optional.of(id).filter(each -> !each.isEmpty()), fields, false));
    }
}
