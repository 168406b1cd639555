package io.leadloop.app.rehearsal;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes every request as applied, and remembers it. */
final class RehearsalWriter implements RecordWriter {

    private final ConnectionId connection;
    private final RecordWriter real;
    private final Rehearsal rehearsal;

    /** @param real asked for its sizes alone */
    RehearsalWriter(ConnectionId connection, RecordWriter real, Rehearsal rehearsal) {
        this.connection = connection;
        this.real = real;
        this.rehearsal = rehearsal;
    }

    @Override
    public List<WriteOutcome> write(List<WriteRequest> batch) {
        return batch.stream().map(this::pretend).toList();
    }

    private WriteOutcome pretend(WriteRequest request) {
        if (request instanceof WriteRequest.Create create) {
            Map<FieldName, FieldValue> fields = new LinkedHashMap<>(create.fields());
            fields.put(create.keyField(), FieldValue.ofText(create.key()));
            return applied(rehearsal.create(new RecordRef(connection, create.type(), ""), fields));
        }
        RecordRef ref = request instanceof WriteRequest.Update update
                ? update.ref()
                : request instanceof WriteRequest.Withdraw withdraw
                        ? withdraw.ref()
                        : ((WriteRequest.Associate) request).from();
        rehearsal.write(ref, request instanceof WriteRequest.Update update ? update.fields() : Map.of());
        return applied(ref);
    }

    /** Without a version: it is known when the record is read. */
    private static WriteOutcome applied(RecordRef ref) {
        return new WriteOutcome.Applied(ref, Optional.empty(), false);
    }

    @Override
    public int batchSize(ObjectType type) {
        return real.batchSize(type);
    }
}
