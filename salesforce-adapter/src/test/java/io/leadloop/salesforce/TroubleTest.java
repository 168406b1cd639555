package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.salesforce.ScriptedSalesforce.Answer;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Projection;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TroubleTest {

    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final RecordRef REF = new RecordRef(new ConnectionId("crm"), LEAD, "00Q000000000001AAA");
    private static final FieldName STATUS = new FieldName("Status");

    private ScriptedSalesforce vendor;
    private SalesforceAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        vendor = new ScriptedSalesforce();
        adapter = vendor.adapter();
    }

    @AfterEach
    void close() {
        adapter.close();
        vendor.close();
    }

    @Test
    void aWebPageWith503IsTransientAndWasNotApplied() {
        vendor.answers(describeLead(), new Answer(503, "text/html", "<html>down for maintenance</html>"));

        CallFailed failed = catchThrowableOfType(CallFailed.class, () -> update("Working"));

        assertThat(failed.failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failed.failure().code()).isEqualTo("HTTP_503");
    }

    @Test
    void aWebPageWith200LeavesAWriteUnknownAndAReadTransient() {
        vendor.answers(
                describeLead(),
                new Answer(200, "text/html", "<html>hello</html>"),
                new Answer(200, "text/html", "<html>hello</html>"));

        assertThat(update("Working")).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(readFailure().failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void aConnectionThatBreaksUnderAWriteLeavesItUnknown() {
        vendor.answers(describeLead(), Answer.BREAK);

        assertThat(update("Working"))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unknown.class,
                        unknown -> assertThat(unknown.failure().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME));
        assertThat(vendor.requests()).as("nothing is repeated").hasSize(2);
    }

    @Test
    void aRowStatusThatWscDoesNotKnowLeavesTheWriteUnknown() {
        vendor.answers(describeLead(), Answer.xml(Envelopes.saved("update", Envelopes.error("BRAND_NEW", "x"))));

        assertThat(update("Working")).isInstanceOf(WriteOutcome.Unknown.class);
    }

    @Test
    void aVendorThatCannotBeReachedIsTransient() throws IOException {
        ScriptedSalesforce gone = new ScriptedSalesforce();
        try (SalesforceAdapter orphan = gone.adapter()) {
            gone.close();
            CallFailed failed = catchThrowableOfType(
                    CallFailed.class, () -> orphan.reader().read(Projection.of(LEAD, List.of()), List.of(REF)));
            assertThat(failed.failure().code()).isEqualTo("NO_CONNECTION");
            assertThat(failed.failure().kind()).isEqualTo(FailureKind.TRANSIENT);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        vendor.answers(new Answer(302, "text/html", "moved"));

        assertThat(readFailure().failure().kind()).isEqualTo(FailureKind.MISCONFIGURED);
        assertThat(vendor.requests()).hasSize(1);
    }

    @Test
    void theDailyLimitComesWithALongHintAndConcurrencyWithAShortOne() {
        vendor.answers(
                Answer.fault("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."),
                Answer.fault("REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded."));

        assertThat(readFailure().failure().retryAfter())
                .hasValueSatisfying(hint -> assertThat(hint).hasMinutes(15));
        assertThat(readFailure().failure().retryAfter())
                .hasValueSatisfying(hint -> assertThat(hint).hasSeconds(15));
    }

    @Test
    void aFaultsTextNeverReachesTheFailure() {
        vendor.answers(Answer.fault("MALFORMED_QUERY", "Email = 'ann@person.example' secret-of-test"));

        CallFailed failed = readFailure();

        assertThat(failed.failure().toString()).doesNotContain("ann@", "secret");
        assertThat(failed.getCause()).isNull();
    }

    @Test
    void aFaultWithACodeThatWscDoesNotKnowIsTransientForARead() {
        vendor.answers(Answer.fault("BRAND_NEW_CODE", "x"));

        assertThat(readFailure().failure().code()).isEqualTo("UNREADABLE_ANSWER");
    }

    @Test
    void theApiUsageOfTheNewestAnswerIsKept() {
        vendor.answers(Answer.xml(Envelopes.rows("queryAll", "")));
        assertThat(adapter.usage()).isEmpty();

        adapter.reader().read(Projection.of(LEAD, List.of()), List.of(REF));

        assertThat(adapter.usage()).contains(new CallUsage(45, 15_000));
    }

    private CallFailed readFailure() {
        return catchThrowableOfType(
                CallFailed.class, () -> adapter.reader().read(Projection.of(LEAD, List.of()), List.of(REF)));
    }

    private WriteOutcome update(String status) {
        return adapter.writer()
                .write(List.of(
                        new WriteRequest.Update(REF, Map.of(STATUS, new FieldValue.Text(status)), Optional.empty())))
                .get(0);
    }

    private static Answer describeLead() {
        return Answer.xml(Envelopes.describe("Lead", Envelopes.field("Status", "picklist", false)));
    }
}
