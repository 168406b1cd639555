package io.leadloop.salesforce;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.SideBySide;
import io.leadloop.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The two calls that save rows, with their headers: rows succeed or fail alone, nothing is cut to length, no feed posts,
 * no mails, no recent items.
 */
final class Saves {

    /** Rows that one call takes (salesforce.md 2.9). */
    static final int ROWS = 200;

    /** Long calls at a time that the smallest org allows (salesforce.md 6). */
    static final int CALLS = 5;

    private final SalesforceConfig config;
    private final Soap soap;
    private final SideBySide calls;

    /** @param calls of {@link #ROWS} rows, {@link #CALLS} at a time */
    Saves(SalesforceConfig config, Soap soap, SideBySide calls) {
        this.config = config;
        this.soap = soap;
        this.calls = calls;
    }

    /** The org's assignment rule runs for leads, if configured; a duplicate rule's warning refuses the row. */
    List<WriteOutcome> create(ObjectType type, List<SObject> rows) {
        boolean assigns = config.assignmentRules() && type.value().equals("Lead");
        return calls.write(
                rows,
                part -> outcomes(type, part, connection -> {
                    headers(connection);
                    if (assigns) {
                        connection.setAssignmentRuleHeader(null, true);
                    }
                    return connection.create(part.toArray(new SObject[0]));
                }));
    }

    /** No assignment rule ever runs. A duplicate rule's warning is passed over: the record exists already. */
    List<WriteOutcome> update(ObjectType type, List<SObject> rows) {
        return calls.write(
                rows,
                part -> outcomes(type, part, connection -> {
                    headers(connection);
                    connection.setDuplicateRuleHeader(true, false, true);
                    return connection.update(part.toArray(new SObject[0]));
                }));
    }

    private List<WriteOutcome> outcomes(ObjectType type, List<SObject> rows, Soap.Call<SaveResult[]> call) {
        SaveResult[] results;
        try {
            results = soap.write(type, call);
        } catch (CallFailed e) {
            if (e.failure().kind() != FailureKind.UNKNOWN_OUTCOME) {
                throw e;
            }
            return Collections.nCopies(rows.size(), new WriteOutcome.Unknown(e.failure()));
        }
        if (results.length != rows.size()) {
            return Collections.nCopies(
                    rows.size(),
                    new WriteOutcome.Unknown(Failure.of(
                            FailureKind.UNKNOWN_OUTCOME,
                            "WRONG_RESULT_COUNT",
                            "The answer has not one result for each row.")));
        }
        List<WriteOutcome> outcomes = new ArrayList<>(results.length);
        for (SaveResult result : results) {
            outcomes.add(outcome(type, result));
        }
        return outcomes;
    }

    private WriteOutcome outcome(ObjectType type, SaveResult result) {
        return result.isSuccess()
                ? new WriteOutcome.Applied(
                        new RecordRef(config.connection(), type, result.getId()), Optional.empty(), false)
                : new WriteOutcome.Rejected(StatusCodes.row(result.getErrors()));
    }

    private static void headers(PartnerConnection connection) {
        connection.setAllOrNoneHeader(false);
        connection.setAllowFieldTruncationHeader(false);
        connection.setDisableFeedTrackingHeader(true);
        connection.setEmailHeader(false, false, false);
        connection.setMruHeader(false);
    }
}
