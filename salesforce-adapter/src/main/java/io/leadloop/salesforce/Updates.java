package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Updates by id. Rows that expect a version are read again, by one query, just before the update; those that moved are
 * refused. A change between this read and the update is overwritten: the partner WSDL has no conditional request header
 * (WSC's stubs do, but no org promises to heed it), and REST has one for single records only.
 */
final class Updates {

    private final Saves saves;
    private final SoqlRecordReader reader;
    private final DescribedSchema schema;

    Updates(Saves saves, SoqlRecordReader reader, DescribedSchema schema) {
        this.saves = saves;
        this.reader = reader;
        this.schema = schema;
    }

    List<WriteOutcome> write(ObjectType type, List<Update> requests) {
        RowWriter writer = new RowWriter(type, schema.forms(type));
        Map<RecordRef, RecordVersion> present = present(type, requests);
        WriteOutcome[] outcomes = new WriteOutcome[requests.size()];
        List<Integer> sent = new ArrayList<>();
        List<SObject> rows = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Update request = requests.get(i);
            Optional<Failure> problem = writer.problem(request.fields());
            problem.ifPresent(failure -> schema.forget(type));
            Optional<Failure> refusal = problem.or(() -> moved(request, present));
            if (refusal.isPresent()) {
                outcomes[i] = new WriteOutcome.Rejected(refusal.get());
            } else {
                sent.add(i);
                rows.add(writer.updated(request.ref().id(), request.fields()));
            }
        }
        List<WriteOutcome> saved = saves.update(type, rows);
        for (int i = 0; i < sent.size(); i++) {
            outcomes[sent.get(i)] = saved.get(i);
        }
        return List.of(outcomes);
    }

    private Map<RecordRef, RecordVersion> present(ObjectType type, List<Update> requests) {
        List<RecordRef> refs = requests.stream()
                .filter(request -> request.expected().isPresent())
                .map(Update::ref)
                .toList();
        Map<RecordRef, RecordVersion> versions = new HashMap<>();
        for (VendorRecord record : reader.read(Projection.of(type, List.of()), refs)) {
            versions.put(record.ref(), record.version());
        }
        return versions;
    }

    private static Optional<Failure> moved(Update request, Map<RecordRef, RecordVersion> present) {
        RecordVersion now = present.get(request.ref());
        return request.expected()
                .filter(expected -> now != null && now.compareTo(expected) > 0)
                .map(expected ->
                        Failure.of(FailureKind.CONFLICT, "RECORD_CHANGED", "The record changed since it was read."));
    }
}
