package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.salesforce.SimulatedOrg;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rule of the package, evaluated as it is shipped: whom it holds up, and whom it does not. */
class RequiredReasonTest {

    private static final String LEAD_RULE = "Lead.LeadLoop_Require_Reason";
    private static final String MESSAGE = "Choose a Rejection Reason: marketing learns from it.";
    private static final Map<String, String> HANDED_OFF =
            Map.of("LeadLoop_Handed_Off_At__c", "2026-03-02T09:00:00.000Z", "Status", "Open - Not Contacted");

    private final Bench bench = new Bench(SimulatedOrg.bare());

    @BeforeEach
    void install() {
        bench.install();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void itIsShippedInactive() {
        assertThatCode(() -> decline(lead(HANDED_OFF), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void activeItRefusesADeclineWithoutAReasonInItsOwnWords() {
        activate();
        for (String status : new String[] {"Junk", "Closed - Not Converted"}) {
            assertThatThrownBy(() -> edit("Marco Ruiz", lead(HANDED_OFF), Map.of("Status", status)))
                    .hasMessageContaining(MESSAGE);
        }
        assertThatCode(() -> decline(lead(HANDED_OFF), Map.of("LeadLoop_Reason__c", "F-SIZE")))
                .doesNotThrowAnyException();
    }

    @Test
    void aLeadWithoutAnOpenHandoffAndAnotherChangeAreLeftAlone() {
        activate();
        assertThatCode(() -> decline(lead(Map.of()), Map.of())).doesNotThrowAnyException();
        Map<String, String> answered = new LinkedHashMap<>(HANDED_OFF);
        answered.put("LeadLoop_Receipt__c", "You said: No need. We did: disqualified.");
        assertThatCode(() -> decline(lead(answered), Map.of())).doesNotThrowAnyException();
        Map<String, String> before = new LinkedHashMap<>(HANDED_OFF);
        before.put("Status", "Junk");
        String junk = lead(before);
        assertThatCode(() -> edit("Marco Ruiz", junk, Map.of("Status", "Junk", "Title", "VP")))
                .doesNotThrowAnyException();
        assertThatCode(() -> edit("Marco Ruiz", lead(HANDED_OFF), Map.of("Status", "Working")))
                .doesNotThrowAnyException();
    }

    @Test
    void whoHoldsTheBypassPermissionIsNotHeldUp() {
        activate();
        String lead = lead(HANDED_OFF);
        assertThatThrownBy(() -> decline(lead, Map.of())).hasMessageContaining(MESSAGE);
        bench.org("PermissionSetAssignment", Map.of("AssigneeId", editor(lead), "PermissionSetId", bypass()));

        assertThatCode(() -> decline(lead, Map.of())).doesNotThrowAnyException();
    }

    @Test
    void takenOutItHoldsUpNobody() {
        activate();
        String lead = lead(HANDED_OFF);
        bench.plugin().remove(false, step -> {});

        assertThatCode(() -> decline(lead, Map.of())).doesNotThrowAnyException();
    }

    private void activate() {
        bench.act("rule-active", Map.of("name", LEAD_RULE, "active", "true"));
    }

    private String lead(Map<String, String> fields) {
        return bench.lead("Whitfield", fields).getOrDefault("Id", "");
    }

    private void decline(String lead, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("Status", "Junk");
        edit("Marco Ruiz", lead, fields);
    }

    private void edit(String who, String lead, Map<String, String> fields) {
        bench.simulator().edit(new UserEdit(who, "Lead", Optional.of(lead), fields, false));
    }

    private String editor(String lead) {
        return bench.simulator().records("Lead").stream()
                .filter(each -> lead.equals(each.get("Id")))
                .findFirst()
                .map(each -> each.getOrDefault("LastModifiedById", ""))
                .orElseThrow();
    }

    private String bypass() {
        return bench.simulator().records("PermissionSet").stream()
                .filter(set -> "LeadLoop_Bypass".equals(set.get("Name")))
                .findFirst()
                .map(set -> set.getOrDefault("Id", ""))
                .orElseThrow();
    }
}
