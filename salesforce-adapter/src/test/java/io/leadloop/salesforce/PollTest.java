package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.salesforce.ScriptedSalesforce.Answer;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PollTest {

    private static final ConnectionId CRM = new ConnectionId("crm");
    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final FieldName STATUS = new FieldName("Status");
    private static final Projection WHAT = Projection.of(LEAD, List.of(STATUS));

    private ScriptedSalesforce vendor;
    private SalesforceAdapter adapter;
    private ChangeSource changes;

    @BeforeEach
    void open() throws IOException {
        vendor = new ScriptedSalesforce();
        adapter = vendor.adapter();
        changes = adapter.changes(WHAT);
    }

    @AfterEach
    void close() {
        adapter.close();
        vendor.close();
    }

    @Test
    void aFullPageIsFollowedFromItsLastRowAndARestedCursorReadsTheOverlapAgain() {
        vendor.answers(
                page(lead(1, "2026-05-04T09:00:00.000Z"), lead(2, "2026-05-04T09:00:00.000Z")),
                page(lead(3, "2026-05-04T09:00:00.000Z")),
                page(lead(3, "2026-05-04T09:00:00.000Z")));
        ChangePage first = changes.poll(changes.start(Instant.parse("2026-05-04T08:59:59.500Z")), 2);
        assertThat(vendor.lastRequest()).contains("SystemModstamp >= 2026-05-04T08:59:59.000Z", "LIMIT 2");
        assertThat(first.more()).isTrue();

        ChangePage second = changes.poll(first.next(), 2);
        assertThat(vendor.lastRequest())
                .contains("(SystemModstamp = 2026-05-04T09:00:00.000Z AND Id > '" + id(2) + "')");
        assertThat(second.more()).isFalse();
        assertThat(second.upTo()).isEqualTo("2026-05-04T09:00:00Z");

        ChangePage idle = changes.poll(second.next(), 2);
        assertThat(vendor.lastRequest())
                .as("overlap ends at the start")
                .contains("SystemModstamp >= 2026-05-04T08:59:59.000Z");
        assertThat(idle.next()).isEqualTo(second.next());
        assertThat(vendor.requests()).hasSize(3);
    }

    @Test
    void theColumnsOfRetirementAreReadButNotHandedOut() {
        vendor.answers(page(
                lead(1, "2026-05-04T09:00:00.000Z", "IsDeleted", "true"),
                lead(2, "2026-05-04T09:00:01.000Z", "IsDeleted", "true", "MasterRecordId", id(3)),
                lead(
                        3,
                        "2026-05-04T09:00:02.000Z",
                        "IsConverted",
                        "true",
                        "ConvertedContactId",
                        "003000000000001AAA",
                        "ConvertedAccountId",
                        "001000000000001AAA",
                        "ConvertedOpportunityId",
                        "")));

        List<VendorRecord> records =
                changes.poll(changes.start(Instant.EPOCH), 100).changes();

        assertThat(records.get(0).retired()).contains(new Retired.Deleted());
        assertThat(records.get(1).retired()).contains(new Retired.MergedInto(new RecordRef(CRM, LEAD, id(3))));
        assertThat(records.get(2).retired())
                .contains(new Retired.ConvertedTo(List.of(
                        new RecordRef(CRM, new ObjectType("Contact"), "003000000000001AAA"),
                        new RecordRef(CRM, new ObjectType("Account"), "001000000000001AAA"))));
        assertThat(records.get(0).fields()).isEqualTo(Map.of(STATUS, new FieldValue.Text("Open")));
    }

    @Test
    void anotherProjectionsCursorAndNonsenseGiveAGapThatReadsEverything() {
        ChangeCursor foreign =
                adapter.changes(Projection.of(LEAD, List.of())).start(Instant.parse("2026-05-01T00:00:00Z"));

        for (ChangeCursor cursor : List.of(foreign, new ChangeCursor("nonsense"))) {
            ChangePage page = changes.poll(cursor, 10);
            assertThat(page.gap()).isTrue();
            assertThat(page.next()).isEqualTo(changes.start(Instant.EPOCH));
        }
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aCursorThatOutlivedTheRecycleBinGivesAGap() {
        ChangeCursor old = PollCursor.start(
                        WHAT.hash(), Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"))
                .text();

        assertThat(changes.poll(old, 10).gap()).isTrue();
    }

    @Test
    void aLongAnswerIsFetchedPageByPage() {
        vendor.answers(
                Answer.xml(Envelopes.rows("queryAll", "0r8000000000001AAA", lead(1, "2026-05-04T09:00:00.000Z"))),
                Answer.xml(Envelopes.rows("queryMore", "", lead(2, "2026-05-04T09:00:00.000Z"))));

        assertThat(changes.poll(changes.start(Instant.EPOCH), 100).changes()).hasSize(2);
        assertThat(vendor.lastRequest()).contains("0r8000000000001AAA");
    }

    private static Answer page(String... rows) {
        return Answer.xml(Envelopes.rows("queryAll", "", rows));
    }

    private static String lead(int number, String stamp, String... more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("SystemModstamp", stamp, "Status", "Open"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return Envelopes.row("Lead", id(number), fields);
    }

    private static String id(int number) {
        return "00Q00000000000" + number + "AAA";
    }
}
