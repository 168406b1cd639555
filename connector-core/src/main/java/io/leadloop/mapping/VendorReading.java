package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one record by one mapping: plain rows first, then those that are computed from them. */
final class VendorReading {

    private final Mapping mapping;
    private final VendorRecord record;
    private final boolean converted;
    private final Map<String, FieldValue> values;
    private final Set<String> computed = new HashSet<>();
    private final Map<FieldName, UnknownValue> unknown = new HashMap<>();
    private Optional<AnswerSignal> signal = Optional.empty();

    VendorReading(Mapping mapping, VendorRecord record) {
        this.mapping = mapping;
        this.record = record;
        this.converted = isConverted();
        this.values = new HashMap<>(2 * mapping.rows().size());
    }

    Reading read() {
        for (Row row : mapping.rows()) {
            Target at = row.targets().get(record.ref().type());
            if (at != null && at.direction().reads() && row.expression().isEmpty()) {
                field(row, at);
            }
        }
        for (Row row : mapping.rows()) {
            if (row.computesInward()) {
                computed(row);
            }
        }
        Map<String, RecordRef> references = references();
        TouchReading touches =
                new TouchReading(mapping, record, Optional.ofNullable(references.get("campaign")), this::seen);
        unknown.putAll(touches.unknown());
        return new Reading(values, computed, unknown, signal, touches.touches(), references);
    }

    private void field(Row row, Target at) {
        Optional<String> pseudo = converted ? at.values().flatMap(ValueColumn::converted) : Optional.empty();
        FieldValue vendor = record.fields().get(at.field());
        if (vendor == null && pseudo.isEmpty()) {
            return;
        }
        FieldValue given = vendor == null ? FieldValue.BLANK : vendor;
        row.answers()
                .signal(given, converted)
                .ifPresent(found -> signal = Optional.of(
                        signal.map(earlier -> earlier.stronger(found)).orElse(found)));
        if (pseudo.isPresent()) {
            values.put(row.canonical(), row.type().parse(pseudo.get()));
            return;
        }
        CellReading cell = CellReading.of(row, at, given);
        cell.value().ifPresent(value -> values.put(row.canonical(), value));
        cell.problem()
                .ifPresent(problem ->
                        unknown.put(at.field(), new UnknownValue(row.canonical(), given.text(), problem, row.where())));
    }

    private void computed(Row row) {
        if (!row.targets().isEmpty() && row.on(record.ref().type()).isEmpty()) {
            return;
        }
        row.expression().flatMap(expression -> expression.value(this::seen)).ifPresent(value -> {
            boolean first = values.put(row.canonical(), typed(row, value)) == null;
            if (first && row.targets().isEmpty()) {
                computed.add(row.canonical());
            }
        });
    }

    private static FieldValue typed(Row row, FieldValue value) {
        try {
            return value instanceof FieldValue.Text text ? row.type().parse(text.text()) : value;
        } catch (IllegalArgumentException e) {
            return FieldValue.BLANK;
        }
    }

    /** Canonical values as far as they are read, and the record's own. */
    private Optional<FieldValue> seen(String thing, String name) {
        if (thing.equals(mapping.kind().word())) {
            return Optional.ofNullable(values.get(name));
        }
        return thing.equals(mapping.role().word())
                ? Optional.ofNullable(record.fields().get(new FieldName(name)))
                : Optional.empty();
    }

    private boolean isConverted() {
        if (record.retired()
                .filter(retired -> retired instanceof Retired.ConvertedTo)
                .isPresent()) {
            return true;
        }
        FieldName flag = mapping.convertedFlags().get(record.ref().type());
        return flag != null && record.value(flag).text().equalsIgnoreCase("true");
    }

    private Map<String, RecordRef> references() {
        Map<String, RecordRef> found = new HashMap<>();
        for (Reference reference : mapping.references()) {
            if (reference.from().equals(record.ref().type())) {
                reference.of(record).ifPresent(ref -> found.put(reference.name(), ref));
            }
        }
        return found;
    }
}
