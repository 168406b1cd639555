package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.PartnerSchema;
import io.leadloop.salesforce.ScriptedSalesforce.Answer;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.WriteRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What WSC sends for us, held against the schemas of the partner WSDL. */
final class RequestSchemaTest {

    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final FieldName KEY = new FieldName("LeadLoop_Key__c");
    private static final FieldName OPT_OUT = new FieldName("HasOptedOutOfEmail");
    private static final String ID = "00Q000000000001AAA";
    private static final RecordRef REF = new RecordRef(new ConnectionId("crm"), LEAD, ID);

    @Test
    void everyRequestOfOursIsValid() throws Exception {
        PartnerSchema schema = PartnerSchema.atHand();
        Assumptions.assumeTrue(schema.isPresent(), PartnerSchema.ABSENT);
        List<String> requests = requests();

        assertThat(requests)
                .hasSize(7)
                .allSatisfy(request -> assertThat(schema.requestProblems(request.getBytes(StandardCharsets.UTF_8)))
                        .isEmpty());
        assertThat(String.join("", requests))
                .contains("<useDefaultRule>true</useDefaultRule>", "<batchSize>2000</batchSize>", "fieldsToNull");
    }

    @Test
    void everySoapCallOfASimulatedOrgIsHeldAgainstTheSchemas() {
        Assumptions.assumeTrue(PartnerSchema.atHand().isPresent(), PartnerSchema.ABSENT);
        try (SimulatedOrg org = SimulatedOrg.usual()) {
            Projection what = Projection.of(LEAD, List.of(KEY));
            org.adapter.reader().find(what, KEY, List.of("k"));
            org.adapter.reader().read(what, List.of(new RecordRef(SimulatedOrg.CRM, LEAD, "00Q000000000001EAA")));

            long soap = org.calls() - org.control.stats().calls().getOrDefault("oauth/token", 0L);
            assertThat(soap).isGreaterThanOrEqualTo(2);
            assertThat(org.findings.judged()).isEqualTo(new Findings.Judged(soap, soap));
        }
    }

    private static List<String> requests() throws Exception {
        try (ScriptedSalesforce vendor = new ScriptedSalesforce()) {
            SalesforceConfig config = vendor.config();
            SalesforceConfig assigning = new SalesforceConfig(
                    config.connection(),
                    config.url(),
                    config.credentials(),
                    Optional.empty(),
                    config.connectTimeout(),
                    config.answerTimeout(),
                    Duration.ZERO,
                    config.recycleBin(),
                    true,
                    Optional.empty());
            String row = Envelopes.row(
                    "Lead", ID, Map.of("SystemModstamp", "2026-05-04T09:00:00.000Z", "LeadLoop_Key__c", "k"));
            vendor.answers(
                    Answer.xml(Envelopes.describe(
                            "Lead",
                            Envelopes.field("HasOptedOutOfEmail", "boolean", false),
                            Envelopes.field("LeadLoop_Key__c", "string", true))),
                    Answer.xml(Envelopes.rows("query", "")),
                    Answer.xml(Envelopes.rows("queryAll", "0r8000000000001AAA", row)),
                    Answer.xml(Envelopes.rows("queryMore", "", row)),
                    Answer.xml(Envelopes.saved("create", Envelopes.success(ID))),
                    Answer.xml(Envelopes.rows("queryAll", "", row)),
                    Answer.xml(Envelopes.saved("update", Envelopes.success(ID))));
            try (SalesforceAdapter adapter = new SalesforceAdapter(assigning, ScriptedSalesforce.CLOCK)) {
                Projection what = Projection.of(LEAD, List.of(KEY));
                adapter.reader().find(what, KEY, List.of("O'Neil <&> \\' OR Id != '"));
                adapter.changes(what).poll(adapter.changes(what).start(Instant.EPOCH), 100);
                adapter.writer().write(List.of(new WriteRequest.Create(LEAD, KEY, "k", Map.of())));
                adapter.writer()
                        .write(List.of(new WriteRequest.Update(
                                REF,
                                Map.of(KEY, FieldValue.BLANK, OPT_OUT, new FieldValue.Text("true")),
                                Optional.of(new RecordVersion(
                                        Instant.parse("2026-05-04T09:00:00Z").toEpochMilli())))));
            }
            return vendor.requests();
        }
    }
}
