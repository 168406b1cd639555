package io.leadloop.spi;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record as the vendor gave it.
 *
 * @param changedAt the vendor's time of the last change of any field; a field that is read may have changed earlier
 * @param fields what was asked for: {@code Text} or {@code Blank}; a field that the vendor did not return is absent
 * @param fieldTimes where the vendor tells it: when a single field last changed
 * @param retired why the record is no longer to be written, if so
 */
public record VendorRecord(
        RecordRef ref,
        RecordVersion version,
        Instant changedAt,
        Map<FieldName, FieldValue> fields,
        Map<FieldName, Instant> fieldTimes,
        List<Association> associations,
        Optional<Retired> retired) {

    public VendorRecord {
        fields = Map.copyOf(fields);
        fieldTimes = Map.copyOf(fieldTimes);
        associations = List.copyOf(associations);
    }

    /** The field's value, blank if it is blank or absent. */
    public FieldValue value(FieldName field) {
        return fields.getOrDefault(field, FieldValue.BLANK);
    }
}
