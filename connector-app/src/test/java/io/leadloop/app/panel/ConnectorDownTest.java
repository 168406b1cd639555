package io.leadloop.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.Journal;
import io.leadloop.fixtures.simulator.VendorSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rep presses while no connector runs: the CRM keeps the answer, and it arrives later. */
class ConnectorDownTest {

    private static final String MARCO = "Marco Ruiz";
    private static final String DANA = "dana.whitfield@northwind.example";
    private static final String REASON = "LeadLoop_Reason__c";
    private static final Duration DOWN = Duration.ofHours(5);

    @TempDir
    private Path folder;

    @Test
    void theAnswerStandsInTheCrmAndReachesHubSpotOnceWithTheTimeOfThePress() {
        try (RunningLoop loop = new RunningLoop(folder, 20)) {
            VendorSimulator crm = loop.simulators.salesforce().simulator();
            Map<String, String> lead = only(crm.records("Lead"), "Email", DANA);
            String id = lead.getOrDefault("Id", "");
            Map<String, String> row = only(crm.records("LeadLoop_Handoff__c"), "LeadLoop_Lead__c", id);
            loop.clock.advance(Duration.ofMinutes(20));
            loop.stopConnector();
            loop.simulators.hubSpotJournal().clear();
            loop.simulators.salesforceJournal().clear();
            loop.clock.advance(Duration.ofMinutes(40));
            Instant pressed = loop.clock.instant();
            new Press(loop.simulators.salesforce(), MARCO).reject(row, "F-SIZE");
            loop.clock.advance(DOWN);

            assertThat(only(crm.records("Lead"), "Id", id))
                    .containsEntry(REASON, "F-SIZE")
                    .containsEntry("LeadLoop_Receipt__c", "");
            assertThat(only(crm.records("LeadLoop_Handoff__c"), "Id", row.getOrDefault("Id", "")))
                    .containsEntry(REASON, "F-SIZE")
                    .containsEntry("LeadLoop_State__c", "handed_off");
            assertThat(loop.simulators.hubSpotJournal().entries()).isEmpty();

            loop.startConnector();
            for (int pass = 0; pass < 3; pass++) {
                loop.pass();
                loop.clock.advance(Duration.ofMinutes(1));
            }

            assertThat(reasons(loop.simulators.hubSpotJournal()))
                    .singleElement()
                    .satisfies(write -> assertThat(write.at()).isAfterOrEqualTo(pressed.plus(DOWN)));
            assertThat(only(loop.simulators.hubSpot().simulator().records("contact"), "email", DANA))
                    .containsEntry("leadloop_reason_code", "F-SIZE")
                    .satisfies(contact -> assertThat(Instant.parse(contact.getOrDefault("leadloop_decided_at", "")))
                            .isEqualTo(pressed));
            assertThat(only(crm.records("LeadLoop_Handoff__c"), "Id", row.getOrDefault("Id", "")))
                    .containsEntry("LeadLoop_Answered_By__c", MARCO)
                    .satisfies(kept -> assertThat(Instant.parse(kept.getOrDefault("LeadLoop_Answered_At__c", "")))
                            .isEqualTo(pressed));
            assertThat(only(crm.records("Lead"), "Id", id).getOrDefault("LeadLoop_Receipt__c", ""))
                    .startsWith("You said: ");
            assertThat(receipts(loop.simulators.salesforceJournal(), id)).hasSize(1);
        }
    }

    private static List<Journal.Entry> reasons(Journal hubSpot) {
        return hubSpot.apiWrites().stream()
                .filter(write -> "F-SIZE".equals(write.fields().get("leadloop_reason_code")))
                .toList();
    }

    private static List<Journal.Entry> receipts(Journal salesforce, String lead) {
        return salesforce.apiWrites().stream()
                .filter(write -> write.id().equals(lead))
                .filter(write ->
                        !write.fields().getOrDefault("LeadLoop_Receipt__c", "").isEmpty())
                .toList();
    }

    private static Map<String, String> only(List<Map<String, String>> records, String field, String value) {
        List<Map<String, String>> found = records.stream()
                .filter(record -> value.equals(record.get(field)))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
