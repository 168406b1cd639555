package io.leadloop.salesforce;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes rows by create or update. Leads have no parent: up to five calls of 200 go side by side, after one look at what
 * they expect. Of any other type one call is taken at a time, since rows of two calls with one parent would lock each other
 * out: contacts of an account, members of a campaign.
 *
 * <p>Refused as INTERNAL, since a caller that reads the capabilities does not ask for it: {@code Associate} with code
 * ASSOCIATE_UNSUPPORTED, since ties are lookup fields here, and {@code Withdraw} on anything but a lead or contact with
 * code WITHDRAW_UNSUPPORTED.
 */
final class SoapRecordWriter implements RecordWriter {

    private static final Set<String> WITHOUT_PARENT = Set.of("Lead");

    private static final FieldName OPT_OUT = new FieldName("HasOptedOutOfEmail");
    private static final Set<String> PERSONS = Set.of("Lead", "Contact");

    private final Creates creates;
    private final Updates updates;

    SoapRecordWriter(Creates creates, Updates updates) {
        this.creates = creates;
        this.updates = updates;
    }

    @Override
    public int batchSize(ObjectType type) {
        return WITHOUT_PARENT.contains(type.value()) ? Saves.ROWS * Saves.CALLS : Saves.ROWS;
    }

    @Override
    public List<WriteOutcome> write(List<WriteRequest> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        WriteRequest first = batch.get(0);
        int most = batchSize(first.type());
        if (batch.size() > most) {
            throw new IllegalArgumentException("a batch has at most " + most + " rows, not " + batch.size());
        }
        if (first instanceof WriteRequest.Create) {
            return creates.write(
                    first.type(),
                    batch.stream().map(WriteRequest.Create.class::cast).toList());
        }
        if (first instanceof WriteRequest.Update) {
            return updates.write(
                    first.type(),
                    batch.stream().map(WriteRequest.Update.class::cast).toList());
        }
        if (first instanceof WriteRequest.Withdraw
                && PERSONS.contains(first.type().value())) {
            return updates.write(
                    first.type(),
                    batch.stream()
                            .map(WriteRequest.Withdraw.class::cast)
                            .map(SoapRecordWriter::optOut)
                            .toList());
        }
        return refused(batch.size(), first);
    }

    private static WriteRequest.Update optOut(WriteRequest.Withdraw withdrawal) {
        return new WriteRequest.Update(
                withdrawal.ref(), Map.of(OPT_OUT, new FieldValue.Text("true")), Optional.empty());
    }

    private static List<WriteOutcome> refused(int rows, WriteRequest first) {
        Failure failure = first instanceof WriteRequest.Withdraw
                ? Failure.of(
                        FailureKind.INTERNAL, "WITHDRAW_UNSUPPORTED", "Only leads and contacts have a mail permission.")
                : Failure.of(
                        FailureKind.INTERNAL, "ASSOCIATE_UNSUPPORTED", "Salesforce ties records by lookup fields.");
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            outcomes.add(new WriteOutcome.Rejected(failure));
        }
        return outcomes;
    }
}
