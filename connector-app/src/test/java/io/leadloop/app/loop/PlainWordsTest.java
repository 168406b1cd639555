package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reps and marketers read has no code in it. */
class PlainWordsTest {

    private static final String DANA = "dana.whitfield@northwind.example";
    private static final String CODES =
            "(?s).*(\\b[A-Z]{2,}_[A-Z_]+\\b|DECIDER|INFLUENCER|role class|\\b005\\w{12}|marketing\\.\\w+ ?==).*";
    private static final Map<String, List<String>> READ = Map.of(
            "Lead", List.of("LeadLoop_Evidence__c", "LeadLoop_Timeline__c", "LeadLoop_Receipt__c"),
            "LeadLoop_Handoff__c", List.of("LeadLoop_Evidence__c", "LeadLoop_Answers__c", "LeadLoop_Answered_By__c"),
            "Task", List.of("Subject", "Description"));

    private final Bench bench = new Bench(60, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void neitherInTheEvidenceNorInWhatHappenedNorInTheTask() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        answer("F-SIZE");
        bench.run();
        bench.clock.advance(Duration.ofMinutes(5));
        answer("F-ROLE");
        bench.run();

        List<String> texts = READ.entrySet().stream()
                .flatMap(each -> bench.crm().records(each.getKey()).stream()
                        .flatMap(record -> each.getValue().stream().map(field -> record.getOrDefault(field, ""))))
                .filter(text -> !text.isEmpty())
                .toList();

        assertThat(texts)
                .hasSizeGreaterThan(50)
                .noneMatch(text -> text.matches(CODES))
                .anyMatch(text -> text.contains("Visit: "))
                .anyMatch(text -> text.contains("Buying role (role): yes, decides (30 points)"))
                .anyMatch(text -> text.endsWith("declined: Company too small or too big"));
        assertThat(Stream.of(
                        "Visit: DIRECT_TRAFFIC", "role class DECIDER", "0055g00000AbCdE", "marketing.stage == 'x'"))
                .allMatch(text -> text.matches(CODES));
    }

    private void answer(String reason) {
        bench.rep("Lead", bench.lead(DANA).orElseThrow().getOrDefault("Id", ""), Map.of("LeadLoop_Reason__c", reason));
    }
}
