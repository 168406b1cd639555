package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Kind;
import io.leadloop.fixtures.simulator.UserEdit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However it was answered: people read a name in the hand-off row, never an id. */
class AnsweredByTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);

    @BeforeEach
    void handedOver() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void anAnswerOnTheLead() {
        bench.rep("Lead", lead(), Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.run();
        assertThat(row()).containsEntry("LeadLoop_Answered_By__c", "Marco Ruiz");
    }

    @Test
    void anAnswerInTheRow() {
        bench.rep("LeadLoop_Handoff__c", row().getOrDefault("Id", ""), Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.run();
        assertThat(row()).containsEntry("LeadLoop_Answered_By__c", "Marco Ruiz");
    }

    @Test
    void anAcceptanceByADataLoad() {
        bench.crm().edit(new UserEdit("Data Loader", "Lead", Optional.of(lead()), Map.of("Status", "Working"), false));
        bench.run();
        assertThat(row()).containsEntry("LeadLoop_Answered_By__c", "Marco Ruiz");
    }

    @Test
    void aConversion() {
        bench.rep("Lead", lead(), Map.of("Status", "Working"));
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        bench.crm().act("convert", "Marco Ruiz", Map.of("leadId", lead()));
        bench.run();
        assertThat(row()).containsEntry("LeadLoop_Answered_By__c", "Marco Ruiz");
    }

    @Test
    void anAnswerOfAnotherTool() {
        Answer said = new Answer(
                Answer.Kind.ACCEPT,
                Optional.empty(),
                "",
                Optional.empty(),
                "a".repeat(200),
                bench.clock.instant(),
                "api");
        AggregateId person = bench.store
                .find(Kind.PERSON, "email", List.of(DANA))
                .get(DANA)
                .iterator()
                .next();
        bench.answers().give(person, 1, said, false, "receipt", "print");
        bench.run();
        assertThat(row()).containsEntry("LeadLoop_Answered_By__c", "a".repeat(80));
    }

    private String lead() {
        return bench.lead(DANA).orElseThrow().getOrDefault("Id", "");
    }

    private Map<String, String> row() {
        return bench.crm().records("LeadLoop_Handoff__c").stream()
                .filter(row -> lead().equals(row.get("LeadLoop_Lead__c")))
                .findFirst()
                .orElseThrow();
    }
}
