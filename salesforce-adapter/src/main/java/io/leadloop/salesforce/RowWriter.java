package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fills a row to send. A field that Salesforce does not name is refused here: it would sink the whole call. */
final class RowWriter {

    private final ObjectType type;
    private final Map<FieldName, FieldForm> forms;

    RowWriter(ObjectType type, Map<FieldName, FieldForm> forms) {
        this.type = type;
        this.forms = forms;
    }

    /** Why the row cannot be sent, if so. */
    Optional<Failure> problem(Map<FieldName, FieldValue> fields) {
        for (Map.Entry<FieldName, FieldValue> field : new TreeMap<>(fields).entrySet()) {
            FieldForm form = forms.get(field.getKey());
            if (form == null) {
                return Optional.of(Failure.of(
                        FailureKind.MISCONFIGURED,
                        "INVALID_FIELD",
                        "The field " + field.getKey() + " is absent, or the integration user may not see it."));
            }
            if (!field.getValue().isBlank() && !fits(form, field.getValue().text())) {
                return Optional.of(Failure.of(
                        FailureKind.INVALID,
                        "INVALID_TYPE_ON_FIELD_IN_RECORD",
                        "The value for " + field.getKey() + " is not a " + form.type() + "."));
            }
        }
        return Optional.empty();
    }

    /** Blanks are left out: there is nothing to empty yet. */
    SObject created(Map<FieldName, FieldValue> fields) {
        SObject row = new SObject(type.value());
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!value.isBlank()) {
                row.setField(name.value(), form(name).written(value.text()));
            }
        });
        return row;
    }

    /** Blanks go to fieldsToNull; a checkbox cannot be null and becomes false. */
    SObject updated(String id, Map<FieldName, FieldValue> fields) {
        SObject row = new SObject(type.value());
        row.setId(id);
        List<String> emptied = new ArrayList<>();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!value.isBlank()) {
                row.setField(name.value(), form(name).written(value.text()));
            } else if (form(name).isFlag()) {
                row.setField(name.value(), false);
            } else {
                emptied.add(name.value());
            }
        });
        if (!emptied.isEmpty()) {
            row.setFieldsToNull(emptied.toArray(new String[0]));
        }
        return row;
    }

    private FieldForm form(FieldName name) {
        FieldForm form = forms.get(name);
        if (form == null) {
            throw new IllegalStateException("asked for before: " + name);
        }
        return form;
    }

    private static boolean fits(FieldForm form, String text) {
        try {
            form.written(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
