package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.bind.XmlObject;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a query row into a record. SystemModstamp, in whole seconds, is both version and time of change. */
final class Rows {

    private final ConnectionId connection;

    Rows(ConnectionId connection) {
        this.connection = connection;
    }

    VendorRecord record(Projection what, SObject row) {
        Instant stamp = stamp(row);
        Map<FieldName, FieldValue> fields = new HashMap<>();
        for (FieldName field : what.fields()) {
            value(row, field.value()).ifPresent(value -> fields.put(field, value));
        }
        return new VendorRecord(
                ref(what.type(), row.getId()),
                new RecordVersion(stamp.toEpochMilli()),
                stamp,
                fields,
                Map.of(),
                List.of(),
                retired(what.type(), row));
    }

    static Instant stamp(SObject row) {
        return Instant.parse(text(row, Columns.VERSION));
    }

    /** Empty text for a blank or missing column. */
    static String text(SObject row, String column) {
        return value(row, column).map(FieldValue::text).orElse("");
    }

    /** Nothing if the row lacks the column; a dotted name walks to the parent, and is blank if there is none. */
    private static Optional<FieldValue> value(XmlObject row, String column) {
        int dot = column.indexOf('.');
        XmlObject child = row.getChild(dot < 0 ? column : column.substring(0, dot));
        if (child == null) {
            return Optional.empty();
        }
        if (dot >= 0) {
            return child.hasChildren() ? value(child, column.substring(dot + 1)) : Optional.of(FieldValue.BLANK);
        }
        @Nullable Object value = child.getValue();
        return Optional.of(FieldValue.ofText(value == null ? null : value.toString()));
    }

    private Optional<Retired> retired(ObjectType type, SObject row) {
        if (text(row, "IsDeleted").equals("true")) {
            String survivor = text(row, "MasterRecordId");
            return Optional.of(
                    survivor.isEmpty() ? new Retired.Deleted() : new Retired.MergedInto(ref(type, survivor)));
        }
        if (text(row, "IsConverted").equals("true")) {
            List<RecordRef> records = new ArrayList<>();
            for (String into : List.of("Contact", "Account", "Opportunity")) {
                String id = text(row, "Converted" + into + "Id");
                if (!id.isEmpty()) {
                    records.add(ref(new ObjectType(into), id));
                }
            }
            return Optional.of(new Retired.ConvertedTo(records));
        }
        return Optional.empty();
    }

    private RecordRef ref(ObjectType type, String id) {
        return new RecordRef(connection, type, id);
    }
}
