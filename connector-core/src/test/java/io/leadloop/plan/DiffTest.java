package io.leadloop.plan;

import static io.leadloop.plan.SmallMapping.desired;
import static io.leadloop.plan.SmallMapping.field;
import static io.leadloop.plan.SmallMapping.record;
import static io.leadloop.plan.SmallMapping.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffTest {

    private final Diff diff = new Diff(SmallMapping.MAPPING, SmallMapping::rule);

    @Test
    void aRecordThatIsCreatedGetsAllThatIsNotBlank() {
        Map<FieldName, PlannedField> planned =
                diff.create(desired(Map.of("jobTitle", text("CEO"), "phone", FieldValue.BLANK)), SmallMapping.LEAD);

        assertThat(planned).containsOnlyKeys(field("Title"));
        assertThat(planned.get(field("Title"))).satisfies(title -> {
            assertThat(title.before()).isEqualTo(FieldValue.BLANK);
            assertThat(title.after()).isEqualTo(text("CEO"));
            assertThat(title.because()).isEqualTo("newest");
            assertThat(title.where()).startsWith("crm.yaml:").endsWith(", revision 3");
            assertThat(title.shared()).isTrue();
        });
    }

    @Test
    void whatStandsThereAlreadyIsNotWritten() {
        assertThat(update(Map.of("jobTitle", text("CEO")), Map.of("Title", "CEO")))
                .isEmpty();
        assertThat(update(Map.of("jobTitle", text("CEO")), Map.of("Title", "COO")))
                .containsOnlyKeys(field("Title"));
    }

    @Test
    void aClearedValueEmptiesTheField() {
        assertThat(update(Map.of("jobTitle", FieldValue.BLANK), Map.of("Title", "CEO")))
                .hasEntrySatisfying(
                        field("Title"), title -> assertThat(title.after()).isEqualTo(FieldValue.BLANK));
    }

    @Test
    void aFieldThatOnlyWeWriteIsNotShared() {
        assertThat(update(Map.of("source", text("web")), Map.of("Source", "")))
                .hasEntrySatisfying(
                        field("Source"), source -> assertThat(source.shared()).isFalse());
    }

    @Test
    void aFieldThatTheVendorDidNotShowIsNotWritten() {
        assertThat(update(Map.of("jobTitle", text("CEO")), Map.of("Phone", "1")))
                .isEmpty();
    }

    @Test
    void aRecordThatWeMadeAndNobodyHasReadYetCanBeWritten() {
        assertThat(diff.update(desired(Map.of("jobTitle", text("CEO"))), record(0, Map.of("Phone", "1")), Map.of()))
                .containsOnlyKeys(field("Title"));
    }

    @Test
    void whatIsOnTheWayIsNotWrittenAgain() {
        Facet record = record(1, Map.of("Title", "COO"));

        assertThat(diff.update(desired(Map.of("jobTitle", text("CEO"))), record, Map.of(field("Title"), text("CEO"))))
                .isEmpty();
    }

    @Test
    void anotherSpellingOfTheSameMomentIsNotWritten() {
        Map<String, FieldValue> person =
                Map.of("handedOffAt", new FieldValue.Moment(Instant.parse("2026-03-02T09:00:00Z")));

        assertThat(update(person, Map.of("At", "2026-03-02T09:00:00.000Z"))).isEmpty();
        assertThat(update(person, Map.of("At", "2026-03-02T09:00:00.900Z"))).isEmpty();
        assertThat(update(person, Map.of("At", "2026-03-02T09:00:01Z"))).containsOnlyKeys(field("At"));
    }

    @Test
    void anotherWordForTheSameStateIsNotWritten() {
        assertThat(update(Map.of("status", text("WORKING")), Map.of("Status", "In Work")))
                .isEmpty();
        assertThat(update(Map.of("status", text("WORKING")), Map.of("Status", "Lost")))
                .containsOnlyKeys(field("Status"));
    }

    @Test
    void aValueThatWasDeclinedOnFirstSightIsNotWrittenButALaterOneIs() {
        Facet record = record(1, Map.of())
                .agree(Map.of(
                        field("Title"),
                        Agreed.read(text("COO"), SmallMapping.NOON).declining(text("CEO"))));

        assertThat(diff.update(desired(Map.of("jobTitle", text("CEO"))), record, Map.of()))
                .isEmpty();
        assertThat(diff.update(desired(Map.of("jobTitle", text("CFO"))), record, Map.of()))
                .containsOnlyKeys(field("Title"));
    }

    @Test
    void onlyABlankIsFilledWhereTheRuleSaysSo() {
        assertThat(update(Map.of("phone", text("2")), Map.of("Phone", "1"))).isEmpty();
        assertThat(update(Map.of("phone", text("2")), Map.of("Phone", ""))).containsOnlyKeys(field("Phone"));
    }

    @Test
    void aWriteOnceFieldIsWrittenWhileItIsBlank() {
        assertThat(update(Map.of("source", text("web")), Map.of("Source", "fair")))
                .isEmpty();
        assertThat(update(Map.of("source", text("web")), Map.of("Source", ""))).containsOnlyKeys(field("Source"));
    }

    @Test
    void aForwardOnlyFieldIsNeverPutBack() {
        assertThat(update(Map.of("stage", text("mql")), Map.of("Stage", "customer")))
                .isEmpty();
        assertThat(update(Map.of("stage", text("mql")), Map.of("Stage", "lead")))
                .containsOnlyKeys(field("Stage"));
    }

    private Map<FieldName, PlannedField> update(Map<String, FieldValue> person, Map<String, String> fields) {
        return diff.update(desired(person), record(1, fields), Map.of());
    }
}
