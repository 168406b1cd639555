package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads by SOQL. By id, records of the recycle bin come too, marked as retired; by value only live ones (converted leads
 * are live rows and come with {@code retired}).
 */
final class SoqlRecordReader implements RecordReader {

    private final SalesforceConfig config;
    private final Queries queries;
    private final DescribedSchema schema;

    SoqlRecordReader(SalesforceConfig config, Queries queries, DescribedSchema schema) {
        this.config = config;
        this.queries = queries;
        this.schema = schema;
    }

    @Override
    public List<VendorRecord> read(Projection what, Collection<RecordRef> refs) {
        List<String> ids = refs.stream()
                .filter(ref -> ref.connection().equals(config.connection()))
                .filter(ref -> ref.type().equals(what.type()))
                .map(RecordRef::id)
                .filter(Soql::isId)
                .distinct()
                .map(Soql::text)
                .toList();
        Rows rows = new Rows(config.connection());
        List<VendorRecord> records = new ArrayList<>();
        for (List<String> chunk : Chunks.of(ids)) {
            String soql = select(what, Columns.of(what)) + Soql.in("Id", chunk);
            queries.withRetired(soql).forEach(row -> records.add(rows.record(what, row)));
        }
        return records;
    }

    @Override
    public Map<String, List<VendorRecord>> find(Projection what, FieldName key, Collection<String> values) {
        FieldForm form = schema.forms(what.type()).get(key);
        if (form == null) {
            schema.forget(what.type());
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED,
                    "INVALID_FIELD",
                    "The field " + key + " is absent, or the integration user may not see it."));
        }
        Map<String, String> literals = new LinkedHashMap<>();
        for (String value : values) {
            form.literal(value).ifPresent(literal -> literals.putIfAbsent(form.comparable(value), literal));
        }
        Map<String, List<VendorRecord>> byValue = byValue(what, key, form, List.copyOf(literals.values()));
        Map<String, List<VendorRecord>> found = new LinkedHashMap<>();
        for (String value : values) {
            found.put(value, List.copyOf(byValue.getOrDefault(form.comparable(value), List.of())));
        }
        return found;
    }

    private Map<String, List<VendorRecord>> byValue(
            Projection what, FieldName key, FieldForm form, List<String> literals) {
        Set<String> columns = Columns.of(what);
        columns.add(Soql.name(key.value()));
        Rows rows = new Rows(config.connection());
        Map<String, List<VendorRecord>> found = new LinkedHashMap<>();
        for (List<String> chunk : Chunks.of(literals)) {
            for (SObject row : queries.live(select(what, columns) + Soql.in(key.value(), chunk))) {
                found.computeIfAbsent(form.comparable(Rows.text(row, key.value())), any -> new ArrayList<>())
                        .add(rows.record(what, row));
            }
        }
        return found;
    }

    private static String select(Projection what, Set<String> columns) {
        return Soql.select(columns, what.type().value()) + " WHERE ";
    }
}
