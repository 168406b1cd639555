package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Updates by id. A row that expects a version is read again just before; the update then carries the newest of these
 * versions as ifModifiedBefore, so that Salesforce itself refuses rows changed after the read. What remains is a change
 * within the same second: SystemModstamp and LastModifiedDate are whole seconds.
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
        List<Integer> expecting = new ArrayList<>();
        List<Integer> plain = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Update request = requests.get(i);
            Optional<Failure> problem = writer.problem(request.fields());
            problem.ifPresent(failure -> schema.forget(type));
            Optional<Failure> refusal = problem.isPresent() ? problem : moved(request, present);
            if (refusal.isPresent()) {
                outcomes[i] = new WriteOutcome.Rejected(refusal.get());
            } else {
                (request.expected().isPresent() ? expecting : plain).add(i);
            }
        }
        Optional<Instant> newest = expecting.stream()
                .flatMap(i -> requests.get(i).expected().stream())
                .max(RecordVersion::compareTo)
                .map(version -> Instant.ofEpochMilli(version.value()).plusSeconds(1));
        send(type, writer, requests, expecting, newest, outcomes);
        try {
            send(type, writer, requests, plain, Optional.empty(), outcomes);
        } catch (CallFailed e) {
            if (expecting.isEmpty()) {
                throw e;
            }
            plain.forEach(i -> outcomes[i] = new WriteOutcome.Rejected(e.failure()));
        }
        return List.of(outcomes);
    }

    private void send(
            ObjectType type,
            RowWriter writer,
            List<Update> requests,
            List<Integer> chosen,
            Optional<Instant> unchangedSince,
            WriteOutcome[] outcomes) {
        List<SObject> rows = chosen.stream()
                .map(requests::get)
                .map(request -> writer.updated(request.ref().id(), request.fields()))
                .toList();
        List<WriteOutcome> saved = saves.update(type, rows, unchangedSince);
        for (int i = 0; i < chosen.size(); i++) {
            outcomes[chosen.get(i)] = saved.get(i);
        }
    }

    private Map<RecordRef, RecordVersion> present(ObjectType type, List<Update> requests) {
        List<RecordRef> refs = requests.stream()
                .filter(request -> request.expected().isPresent())
                .map(Update::ref)
                .toList();
        Map<RecordRef, RecordVersion> versions = new HashMap<>();
        if (!refs.isEmpty()) {
            List<FieldName> none = List.of();
            for (VendorRecord record : reader.read(Projection.of(type, none), refs)) {
                versions.put(record.ref(), record.version());
            }
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
