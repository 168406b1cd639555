package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.language.Source;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.review.ReviewItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be decided waits with its reason; the other records and the other fields go on. */
class AwkwardRecordsTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private static final String MEETING_SET = "Working - Meeting Set";

    private final Bench bench = new Bench(8, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void ofTwoLeadsWithOneAddressNoneIsTakenAndNoThirdIsMade() {
        makeLead(Map.of("LastName", "Whitfield", "Company", "Northwind", "Email", DANA));
        makeLead(Map.of("LastName", "Whitfield-Two", "Company", "Northwind", "Email", DANA));

        bench.run();

        assertThat(reviews(ReviewItem.Kind.AMBIGUOUS_MATCH)).hasSize(2);
        List<Map<String, String>> leads = bench.crm().records("Lead").stream()
                .filter(lead -> DANA.equals(lead.get("Email")))
                .toList();
        assertThat(leads).hasSize(2);
        assertThat(leads).allSatisfy(lead -> assertThat(lead).containsEntry("LeadLoop_Key__c", ""));
        othersGoOn();
    }

    @Test
    void aRecordWithTheKeyOfAnotherInstallationIsListedAndLeftAlone() {
        String id = makeLead(Map.of(
                "LastName", "Elsewhere",
                "Company", "Elsewhere",
                "Email", "pat@elsewhere.example",
                "LeadLoop_Key__c", "other-p0001"));

        bench.run();

        assertThat(reviews(ReviewItem.Kind.FOREIGN_KEY))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.records()).extracting(ref -> ref.id()).containsExactly(id));
        assertThat(bench.lead("pat@elsewhere.example").orElseThrow()).containsEntry("LeadLoop_Key__c", "other-p0001");
        othersGoOn();
    }

    @Test
    void somebodyWithoutAnAddressWhoQualifiesIsListedAndNoLeadIsMade() {
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("email", ""),
                        false));

        bench.run();

        assertThat(reviews(ReviewItem.Kind.PERSON_WITHOUT_EMAIL)).hasSize(1);
        assertThat(bench.crm().records("Lead")).noneMatch(lead -> "Whitfield".equals(lead.get("LastName")));
        othersGoOn();
    }

    @Test
    void aValueThatIsTooLongWaitsWithItsReasonAndTheOtherRecordsGoOn() {
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("jobtitle", "Vice President of " + "Everything ".repeat(20)),
                        false));

        bench.run();

        assertThat(bench.store.parked(10)).singleElement().satisfies((Entry entry) -> {
            assertThat(entry.state()).isEqualTo(EntryState.QUARANTINED);
            assertThat(entry.failure().orElseThrow().code()).isEqualTo("STRING_TOO_LONG");
            assertThat(entry.failure().orElseThrow().detail()).contains("Title").doesNotContain("Everything");
        });
        assertThat(bench.lead(DANA)).isEmpty();
        othersGoOn();
    }

    @Test
    void aValueThatIsTooLongGoesOnOnceItIsShorter() {
        aValueThatIsTooLongWaitsWithItsReasonAndTheOtherRecordsGoOn();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("jobtitle", "Vice President of Everything"),
                        false));

        bench.run();

        assertThat(bench.store.parked(10)).isEmpty();
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Title", "Vice President of Everything");
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "handed_off");
    }

    @Test
    void aStatusThatNobodyMappedIsListedAndKeptAndTheOtherFieldsGoOn() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("Status", MEETING_SET, "Title", "Chief of everything"));
        bench.clock.advance(Duration.ofMinutes(1));
        unaware().run(Progress.UNSEEN);

        assertThat(reviews(ReviewItem.Kind.UNKNOWN_VALUE))
                .singleElement()
                .satisfies(item -> assertThat(item.question()).contains("salesforce/person.yaml"));
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Status", MEETING_SET);
        assertThat(bench.contact(DANA))
                .containsEntry("jobtitle", "Chief of everything")
                .containsEntry("leadloop_state", "handed_off");
        othersGoOn();
    }

    @Test
    void onceTheTableNamesItTheStatusIsTheAnswerThatItWas() {
        aStatusThatNobodyMappedIsListedAndKeptAndTheOtherFieldsGoOn();
        bench.clock.advance(Duration.ofHours(1));

        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "working");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Status", MEETING_SET);
        assertThat(reviews(ReviewItem.Kind.UNKNOWN_VALUE)).isEmpty();
    }

    @Test
    void aPersonMayDecideThatAnUnknownStatusIsWrittenOver() {
        aStatusThatNobodyMappedIsListedAndKeptAndTheOtherFieldsGoOn();
        ReviewItem question = reviews(ReviewItem.Kind.UNKNOWN_VALUE).get(0);

        bench.orders().decide(question.id(), "overwrite");
        unaware().run(Progress.UNSEEN);

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Status", "Open - Not Contacted");
    }

    /** A pipeline whose files do not know the status. */
    private Pipeline unaware() {
        Map<String, String> files = Bench.shippedTexts();
        files.replaceAll((name, text) -> text.replace(", " + MEETING_SET, ""));
        return new Pipeline(bench.setup(Source.of(files)), bench.store, bench.clock, "test");
    }

    private void othersGoOn() {
        assertThat(bench.marketing().records("contact"))
                .filteredOn(contact -> !DANA.equals(contact.get("email")))
                .anyMatch(contact -> "handed_off".equals(contact.get("leadloop_state")));
    }

    private String makeLead(Map<String, String> fields) {
        return bench.crm()
                .edit(new UserEdit("Marco Ruiz", "Lead", Optional.empty(), fields, false))
                .getOrDefault("Id", "");
    }

    private List<ReviewItem> reviews(ReviewItem.Kind kind) {
        return bench.store.open().stream().filter(item -> item.kind() == kind).toList();
    }
}
