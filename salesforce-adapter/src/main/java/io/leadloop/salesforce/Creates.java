package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest.Create;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Creates once per key. The key field is unique in the org, so a repetition is refused by Salesforce itself; a refused row
 * whose key is found afterwards is adopted, whatever the refusal was (a duplicate rule speaks before the unique index). If
 * the key field is not unique in the org, the key is looked up before; two writers can then both create.
 */
final class Creates {

    private final Saves saves;
    private final SoqlRecordReader reader;
    private final DescribedSchema schema;

    Creates(Saves saves, SoqlRecordReader reader, DescribedSchema schema) {
        this.saves = saves;
        this.reader = reader;
        this.schema = schema;
    }

    List<WriteOutcome> write(ObjectType type, List<Create> requests) {
        Map<FieldName, FieldForm> forms = schema.forms(type);
        Map<String, Create> byKey = new LinkedHashMap<>();
        requests.forEach(request -> byKey.putIfAbsent(identity(request), request));
        Map<String, WriteOutcome> outcomes = new HashMap<>();
        adopt(type, notUnique(forms, byKey.values()), outcomes);
        send(type, forms, byKey, outcomes);
        adoptRejected(type, rejected(byKey, outcomes), outcomes);

        List<WriteOutcome> inOrder = new ArrayList<>();
        for (Create request : requests) {
            WriteOutcome outcome = outcomes.get(identity(request));
            boolean repeated = byKey.get(identity(request)) != request;
            inOrder.add(
                    repeated && outcome instanceof WriteOutcome.Applied applied
                            ? new WriteOutcome.Applied(applied.ref(), applied.version(), true)
                            : outcome);
        }
        return inOrder;
    }

    private void send(
            ObjectType type,
            Map<FieldName, FieldForm> forms,
            Map<String, Create> byKey,
            Map<String, WriteOutcome> outcomes) {
        RowWriter writer = new RowWriter(type, forms);
        List<String> sent = new ArrayList<>();
        List<SObject> rows = new ArrayList<>();
        byKey.forEach((key, request) -> {
            if (outcomes.containsKey(key)) {
                return;
            }
            Map<FieldName, FieldValue> fields = new HashMap<>(request.fields());
            fields.put(request.keyField(), FieldValue.ofText(request.key()));
            Optional<Failure> problem = writer.problem(fields);
            if (problem.isPresent()) {
                outcomes.put(key, new WriteOutcome.Rejected(problem.get()));
                schema.forget(type);
            } else {
                sent.add(key);
                rows.add(writer.created(fields));
            }
        });
        List<WriteOutcome> saved = saves.create(type, rows);
        for (int i = 0; i < sent.size(); i++) {
            outcomes.put(sent.get(i), saved.get(i));
        }
    }

    /** Rows were sent before: a failing look-up must not hide their outcomes. */
    private void adoptRejected(ObjectType type, List<Create> requests, Map<String, WriteOutcome> outcomes) {
        try {
            adopt(type, requests, outcomes);
        } catch (CallFailed e) {
            requests.forEach(request -> outcomes.put(identity(request), new WriteOutcome.Rejected(e.failure())));
        }
    }

    /** Puts an outcome for each request whose key is found; leaves the others as they are. */
    private void adopt(ObjectType type, Collection<Create> requests, Map<String, WriteOutcome> outcomes) {
        Map<FieldName, List<Create>> byField = new LinkedHashMap<>();
        requests.forEach(request -> byField.computeIfAbsent(request.keyField(), any -> new ArrayList<>())
                .add(request));
        byField.forEach((field, creates) -> {
            Map<String, List<VendorRecord>> found = reader.find(
                    Projection.of(type, List.of(field)),
                    field,
                    creates.stream().map(Create::key).toList());
            for (Create create : creates) {
                List<VendorRecord> records = found.getOrDefault(create.key(), List.of());
                if (records.size() == 1) {
                    VendorRecord record = records.get(0);
                    outcomes.put(
                            identity(create),
                            new WriteOutcome.Applied(record.ref(), Optional.of(record.version()), true));
                } else if (records.size() > 1) {
                    outcomes.put(
                            identity(create),
                            new WriteOutcome.Rejected(Failure.of(
                                    FailureKind.CONFLICT, "DUPLICATE_EXTERNAL_ID", "Several records share the key.")));
                }
            }
        });
    }

    private static List<Create> notUnique(Map<FieldName, FieldForm> forms, Collection<Create> requests) {
        return requests.stream()
                .filter(request -> !forms.getOrDefault(request.keyField(), FieldForm.UNIQUE_TEXT)
                        .unique())
                .toList();
    }

    private static List<Create> rejected(Map<String, Create> byKey, Map<String, WriteOutcome> outcomes) {
        return byKey.entrySet().stream()
                .filter(entry -> outcomes.get(entry.getKey()) instanceof WriteOutcome.Rejected rejected
                        && !rejected.failure().code().equals("INVALID_FIELD"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String identity(Create request) {
        return request.keyField() + "|" + request.key().toLowerCase(Locale.ROOT);
    }
}
