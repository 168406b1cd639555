package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.FailureKind;
import io.leadloop.salesforce.ScriptedSalesforce.Answer;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WriteTest {

    private static final ConnectionId CRM = new ConnectionId("crm");
    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final FieldName KEY = new FieldName("LeadLoop_Key__c");
    private static final String ID = "00Q000000000001AAA";
    private static final RecordRef REF = new RecordRef(CRM, LEAD, ID);

    private ScriptedSalesforce vendor;
    private SalesforceAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        vendor = new ScriptedSalesforce();
        adapter = vendor.adapter();
        vendor.answers(Answer.xml(Envelopes.describe(
                "Lead",
                Envelopes.field("Cycle__c", "double", false),
                Envelopes.field("Company", "string", false),
                Envelopes.field("HasOptedOutOfEmail", "boolean", false),
                Envelopes.field("LeadLoop_Key__c", "string", true),
                Envelopes.field("Revisit__c", "date", false),
                Envelopes.field("Sent__c", "datetime", false))));
    }

    @AfterEach
    void close() {
        adapter.close();
        vendor.close();
    }

    @Test
    void valuesTravelInTheTypesOfTheirFields() {
        vendor.answers(saved("update", Envelopes.success(ID)));

        write(update(Map.of(
                "Cycle__c", "2",
                "Company", "Öz & <Co>",
                "HasOptedOutOfEmail", "true",
                "Revisit__c", "2026-06-01",
                "Sent__c", "2026-05-04T10:00:00Z")));

        assertThat(vendor.lastRequest())
                .contains(">2.0</sobj:Cycle__c>", ">true</sobj:HasOptedOutOfEmail>", ">2026-06-01</sobj:Revisit__c>")
                .contains(">2026-05-04T10:00:00.000Z</sobj:Sent__c>", "Öz &amp; &lt;Co>")
                .contains("<client>LeadLoop/0.1.0</client>", "<allOrNone>false</allOrNone>")
                .contains("<allowFieldTruncation>false</allowFieldTruncation>")
                .contains("<disableFeedTracking>true</disableFeedTracking>")
                .doesNotContain("AssignmentRuleHeader", "ConditionalRequestHeader");
    }

    @Test
    void aBlankEmptiesAFieldAndUnchecksABox() {
        vendor.answers(saved("update", Envelopes.success(ID)));

        write(update(Map.of("Company", "", "HasOptedOutOfEmail", "")));

        assertThat(vendor.lastRequest()).contains(">Company</sobj:fieldsToNull>", ">false</sobj:HasOptedOutOfEmail>");
    }

    @Test
    void aFieldThatIsAbsentInTheOrgSinksOnlyItsRow() {
        vendor.answers(saved("update", Envelopes.success(ID)));

        List<WriteOutcome> outcomes = write(update(Map.of("Nonsense__c", "1")), update(Map.of("Company", "Acme")));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        row -> assertThat(row.failure().kind()).isEqualTo(FailureKind.MISCONFIGURED));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aKeyThatExistsIsAdopted() {
        vendor.answers(
                saved("create", Envelopes.error("DUPLICATES_DETECTED", "Use one of these records?")),
                Answer.xml(Envelopes.rows(
                        "query",
                        "",
                        Envelopes.row(
                                "Lead",
                                ID,
                                Map.of("SystemModstamp", "2026-05-04T09:00:00.000Z", "LeadLoop_Key__c", "i-1")))));

        List<WriteOutcome> outcomes = write(create("I-1"), create("i-1"));

        WriteOutcome.Applied adopted =
                new WriteOutcome.Applied(REF, Optional.of(version("2026-05-04T09:00:00Z")), true);
        assertThat(outcomes).containsExactly(adopted, adopted);
        assertThat(vendor.requests().get(1))
                .as("the same key is sent once; no rule runs unless configured")
                .containsOnlyOnce("<m:sObjects>")
                .doesNotContain("AssignmentRuleHeader");
    }

    @Test
    void aUniqueValueOfAnotherFieldIsAConflict() {
        vendor.answers(
                saved("create", Envelopes.error("DUPLICATE_VALUE", "duplicate value found")),
                Answer.xml(Envelopes.rows("query", "")));

        assertThat(write(create("i-1")).get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        row -> assertThat(row.failure().kind()).isEqualTo(FailureKind.CONFLICT));
    }

    @Test
    void aRecordThatMovedIsNotWrittenAndItsNeighbourIs() {
        String other = "00Q000000000002AAA";
        vendor.answers(
                Answer.xml(Envelopes.rows(
                        "queryAll",
                        "",
                        Envelopes.row("Lead", ID, Map.of("SystemModstamp", "2026-05-04T09:00:05.000Z")),
                        Envelopes.row("Lead", other, Map.of("SystemModstamp", "2026-05-04T08:00:00.000Z")))),
                saved("update", Envelopes.success(other)));

        List<WriteOutcome> outcomes = write(
                expecting(REF, "2026-05-04T09:00:00Z"),
                expecting(new RecordRef(CRM, LEAD, other), "2026-05-04T08:00:00Z"));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        row -> assertThat(row.failure().kind()).isEqualTo(FailureKind.CONFLICT));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(vendor.lastRequest()).contains(other).doesNotContain(ID);
    }

    @Test
    void aWithdrawalChecksTheOptOutBoxAndATieIsRefused() {
        vendor.answers(saved("update", Envelopes.success(ID)));

        assertThat(write(new WriteRequest.Withdraw(REF, "ann@person.example")).get(0))
                .isInstanceOf(WriteOutcome.Applied.class);
        assertThat(vendor.lastRequest())
                .contains(">true</sobj:HasOptedOutOfEmail>")
                .doesNotContain("ann@");
        assertThat(write(new WriteRequest.Associate(REF, REF, "")).get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        row -> assertThat(row.failure().code()).isEqualTo("ASSOCIATE_UNSUPPORTED"));
    }

    private List<WriteOutcome> write(WriteRequest... requests) {
        return adapter.writer().write(List.of(requests));
    }

    private static WriteRequest create(String key) {
        return new WriteRequest.Create(LEAD, KEY, key, Map.of(new FieldName("Company"), new FieldValue.Text("Acme")));
    }

    private static WriteRequest update(Map<String, String> fields) {
        Map<FieldName, FieldValue> values = new java.util.HashMap<>();
        fields.forEach((name, text) -> values.put(new FieldName(name), FieldValue.ofText(text)));
        return new WriteRequest.Update(REF, values, Optional.empty());
    }

    private static WriteRequest expecting(RecordRef ref, String stamp) {
        return new WriteRequest.Update(
                ref, Map.of(new FieldName("Company"), new FieldValue.Text("Acme")), Optional.of(version(stamp)));
    }

    private static RecordVersion version(String stamp) {
        return new RecordVersion(Instant.parse(stamp).toEpochMilli());
    }

    private static Answer saved(String operation, String... results) {
        return Answer.xml(Envelopes.saved(operation, results));
    }
}
