package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Loss;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep types that is no answer stays where it is, is listed or explained, and is never blanked. */
class AsideTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(8, 7);

    @BeforeEach
    void handOver() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aCommentBeforeTheDecisionStaysAndBelongsToTheAnswer() {
        says(Map.of("LeadLoop_Comment__c", "called twice"));
        assertThat(lead()).containsEntry("LeadLoop_Comment__c", "called twice");

        says(Map.of("LeadLoop_Reason__c", "F-SIZE"));

        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_reason_code", "F-SIZE")
                .containsEntry("leadloop_comment", "called twice");
    }

    @Test
    void aReasonInARowThatWeMadeAndHaveNotReadSinceIsNotWrittenOver() {
        bench.rep("Lead", lead().get("Id"), Map.of("LeadLoop_Reason__c", "F-ENGAGE"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.rep("LeadLoop_Handoff__c", row().get("Id"), Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.clock.advance(Duration.ofMinutes(1));
        new Pipeline(Blind.to("LeadLoop_Handoff__c", bench.setup()), bench.store, bench.clock, "test")
                .run(Progress.UNSEEN);

        assertThat(row()).containsEntry("LeadLoop_Reason__c", "F-SIZE");
        assertThat(lead()).containsEntry("LeadLoop_Reason__c", "F-SIZE");
        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "F-SIZE");
    }

    @Test
    void aStatusThatIsSetWhileTheLeadStillShowsTheOlderReasonDoesNotBringThatBack() {
        says(Map.of("LeadLoop_Reason__c", "F-SIZE"));
        String closed = "Closed - Not Converted";
        assertThat(lead()).doesNotContainEntry("Status", closed);

        bench.clock.advance(Duration.ofMinutes(1));
        bench.rep("LeadLoop_Handoff__c", row().get("Id"), Map.of("LeadLoop_Reason__c", "F-ENGAGE"));
        bench.pipeline.plan(Progress.UNSEEN);
        says(Map.of("Status", closed));

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "F-ENGAGE");
        assertThat(lead()).containsEntry("LeadLoop_Reason__c", "F-ENGAGE");
        assertThat(row()).containsEntry("LeadLoop_Reason__c", "F-ENGAGE");
    }

    @Test
    void aReasonInAClosedRowStaysAndIsListed() {
        bench.clock.advance(Duration.ofDays(30));
        bench.run();
        assertThat(row()).doesNotContainEntry("LeadLoop_State__c", "handed_off");
        String before = row().get("LeadLoop_Reason__c");

        bench.rep("LeadLoop_Handoff__c", row().get("Id"), Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.run();
        bench.run();

        assertThat(before).isNotEqualTo("F-SIZE");
        assertThat(row()).containsEntry("LeadLoop_Reason__c", "F-SIZE");
        assertThat(illegal()).isNotEmpty();
        assertThat(losses()).anySatisfy(loss -> assertThat(loss.value().text()).isEqualTo("F-SIZE"));
    }

    @Test
    void aStatusThatLeadsBackStaysAndIsListedUntilTheLeadMovesOn() {
        says(Map.of("Status", "Working - Contacted"));
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "working");

        says(Map.of("Status", "Open - Not Contacted"));

        assertThat(lead()).containsEntry("Status", "Open - Not Contacted");
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "working");
        assertThat(illegal())
                .singleElement()
                .satisfies(item -> assertThat(item.question()).contains("no answer"));

        says(Map.of("Status", "Closed - Not Converted", "LeadLoop_Reason__c", "C-UNREACH"));

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "C-UNREACH");
    }

    @Test
    void theCommentOfOneCycleIsNotCarriedIntoTheNext() {
        says(Map.of("LeadLoop_Comment__c", "called twice"));
        bench.clock.advance(Duration.ofDays(30));
        bench.run();

        assertThat(lead()).containsEntry("LeadLoop_Comment__c", "");
        assertThat(losses()).anySatisfy(loss -> assertThat(loss.value().text()).isEqualTo("called twice"));
    }

    private void says(Map<String, String> fields) {
        bench.clock.advance(Duration.ofMinutes(5));
        bench.rep("Lead", lead().get("Id"), fields);
        bench.run();
        bench.run();
    }

    private Map<String, String> lead() {
        return bench.lead(DANA).orElseThrow();
    }

    private Map<String, String> row() {
        return bench.crm().records("LeadLoop_Handoff__c").stream()
                .filter(row -> lead().get("Id").equals(row.get("LeadLoop_Lead__c")))
                .findFirst()
                .orElseThrow();
    }

    private List<ReviewItem> illegal() {
        return bench.store.open().stream()
                .filter(item -> item.kind() == ReviewItem.Kind.ILLEGAL_MOVE)
                .toList();
    }

    private List<Loss> losses() {
        Optional<AggregateId> none = Optional.empty();
        return bench.store.scan(Kind.PERSON, none, 500).stream()
                .map(AggregateState::losses)
                .flatMap(List::stream)
                .toList();
    }
}
