package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one record by one mapping: plain rows first, then those that are computed from them. */
final class VendorReading {

    private final Mapping mapping;
    private final VendorRecord record;
    private final boolean converted;
    private final Map<String, FieldValue> values = new HashMap<>();
    private final Map<String, FieldName> sources = new HashMap<>();
    private final Map<FieldName, UnknownValue> unknown = new HashMap<>();
    private Optional<AnswerSignal> signal = Optional.empty();

    VendorReading(Mapping mapping, VendorRecord record) {
        this.mapping = mapping;
        this.record = record;
        this.converted = isConverted();
    }

    Reading read() {
        for (Row row : mapping.rows()) {
            row.on(record.ref().type())
                    .filter(at -> at.direction().reads() && row.expression().isEmpty())
                    .ifPresent(at -> field(row, at));
        }
        for (Row row : mapping.rows()) {
            if (row.computesInward()) {
                computed(row);
            }
        }
        TouchReading touches = new TouchReading(mapping, record, this::seen);
        return new Reading(values, sources, merged(touches), signal, touches.touches(), references());
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
            put(row, at, row.type().parse(pseudo.get()));
            return;
        }
        CellReading cell = CellReading.of(row, at, given);
        cell.value().ifPresent(value -> put(row, at, value));
        cell.problem()
                .ifPresent(problem ->
                        unknown.put(at.field(), new UnknownValue(row.canonical(), given.text(), problem, row.where())));
    }

    private void put(Row row, Target at, FieldValue value) {
        values.put(row.canonical(), value);
        sources.put(row.canonical(), at.field());
    }

    private void computed(Row row) {
        if (!row.targets().isEmpty() && row.on(record.ref().type()).isEmpty()) {
            return;
        }
        row.expression().flatMap(expression -> expression.value(this::seen)).ifPresent(value -> {
            values.put(row.canonical(), typed(row, value));
            row.on(record.ref().type()).ifPresent(at -> sources.put(row.canonical(), at.field()));
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

    private Map<FieldName, UnknownValue> merged(TouchReading touches) {
        Map<FieldName, UnknownValue> all = new HashMap<>(unknown);
        all.putAll(touches.unknown());
        return all;
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
