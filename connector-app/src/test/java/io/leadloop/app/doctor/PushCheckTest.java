package io.leadloop.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.salesforce.pubsub.PubSubServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushCheckTest {

    @TempDir
    Path folder = Path.of("");

    private Clinic clinic;
    private SalesforceSimulator org;
    private PubSubServer events;

    @BeforeEach
    void begin() {
        clinic = new Clinic(folder, Set.of(), Set.of());
        org = (SalesforceSimulator) clinic.simulators().salesforce().simulator();
        events = PubSubServer.start(org, clinic.clock(), 0);
        clinic.replace(
                "    api-usage: { daily-limit: 100000, keep-free: 20% }\n",
                "    api-usage: { daily-limit: 100000, keep-free: 20% }\n    push: { url: " + events.url() + " }\n");
    }

    @AfterEach
    void end() {
        events.close();
        clinic.close();
    }

    @Test
    void whatIsToldAtOnceAndWhatIsPolledIsNamed() {
        Finding push = push();
        assertThat(push.state()).isEqualTo(Finding.State.OK);
        assertThat(push.what())
                .contains("told at once: Account, Contact, Lead, LeadLoop_Handoff__c, Opportunity; polled: Campaign")
                .contains("0 of 10,000 events of the day");
    }

    @Test
    void anObjectInWhichRepsAnswerThatIsNotSelectedIsNamedWithThePlaceToSelectIt() {
        org.act("change-events", "Admin", Map.of("type", "LeadLoop_Handoff__c", "selected", "false"));
        Finding push = push();
        assertThat(push.state()).isEqualTo(Finding.State.WARNING);
        assertThat(push.fix()).isEqualTo("Select LeadLoop_Handoff__c in Setup, Change Data Capture");
    }

    @Test
    void aMissingRightIsNamed() {
        org.act("view-all", "Admin", Map.of("type", "Lead", "allowed", "false"));
        Finding push = push();
        assertThat(push.state()).isEqualTo(Finding.State.WARNING);
        assertThat(push.fix()).isEqualTo("Give our user View All Records for Lead");
    }

    @Test
    void anAllowanceThatIsNearlyUsedUpIsSaid() {
        org.look(salesforce -> {
            salesforce.capture().delivered(8_000);
            return true;
        });
        Finding push = push();
        assertThat(push.state()).isEqualTo(Finding.State.WARNING);
        assertThat(push.what()).contains("8,000 of 10,000");
        assertThat(push.fix()).contains("Select fewer objects");
    }

    @Test
    void aServiceThatCannotBeReachedIsAWarningSincePollingGoesOn() {
        events.close();
        Finding push = push();
        assertThat(push.state()).isEqualTo(Finding.State.WARNING);
        assertThat(push.what()).contains("PUSH_DOWN").contains("all is polled");
        assertThat(push.fix()).contains("push.url").contains("443");
    }

    @Test
    void aRefusedLoginIsSaidOnce() {
        assertThat(push(clinic.replace("sim-secret", "wrong")).state()).isEqualTo(Finding.State.SKIPPED);
    }

    private Finding push() {
        return push(clinic);
    }

    private static Finding push(Clinic examined) {
        return examined.examine().stream()
                .filter(finding -> finding.check().equals("crm push"))
                .findFirst()
                .orElseThrow();
    }
}
