package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.View;
import io.leadloop.canonical.WritePolicy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a view in the words of one object type. */
final class VendorWriting {

    private final Mapping mapping;
    private final ObjectType target;

    VendorWriting(Mapping mapping, ObjectType target) {
        this.mapping = mapping;
        this.target = target;
    }

    Map<FieldName, Writing> write(View view) {
        Map<FieldName, Writing> writings = new TreeMap<>();
        for (Row row : mapping.rows()) {
            row.on(target)
                    .filter(at -> at.direction().writes() && !row.consentCall())
                    .ifPresent(at -> writing(row, at, view).ifPresent(writing -> writings.put(at.field(), writing)));
        }
        return writings;
    }

    private Optional<Writing> writing(Row row, Target at, View view) {
        Optional<FieldValue> canonical = row.expression().isPresent()
                ? row.expression().get().value(view)
                : view.field(mapping.kind().word(), row.canonical());
        if (canonical.isEmpty() || canonical.get().isBlank()) {
            return row.defaultValue().isPresent()
                    ? Optional.of(
                            writing(row, FieldValue.ofText(row.defaultValue().get()), WritePolicy.ONLY_IF_BLANK, false))
                    : canonical.map(blank -> writing(row, FieldValue.BLANK, at.write(), false));
        }
        if (at.values().isEmpty()) {
            return Optional.of(writing(row, FieldValue.ofText(canonical.get().text()), at.write(), false));
        }
        String value = canonical.get().text();
        ValueColumn column = at.values().get();
        boolean keep = row.values()
                .filter(table -> table.keepUnknown() && !table.rows().containsKey(value))
                .isPresent();
        return column.write(value)
                .or(() -> keep ? Optional.of(value) : Optional.empty())
                .map(word -> writing(
                        row, FieldValue.ofText(word), at.write(), column.lossy().contains(value)));
    }

    private Writing writing(Row row, FieldValue value, WritePolicy policy, boolean lossy) {
        return new Writing(value, row.canonical(), policy, row.where(), mapping.revision(), lossy, row.forwardOnly());
    }
}
