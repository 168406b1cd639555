package io.leadloop.salesforce;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.PicklistEntry;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.spi.ObjectSchema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a describe answer into our words. */
final class Described {

    private Described() {}

    static ObjectSchema schema(ObjectType type, DescribeSObjectResult result) {
        Map<FieldName, ObjectSchema.Field> fields = new HashMap<>();
        for (Field field : result.getFields()) {
            FieldName name = new FieldName(field.getName());
            fields.put(name, field(name, field));
            owner(field).ifPresent(known -> fields.put(known.name(), known));
        }
        return new ObjectSchema(type, fields);
    }

    /** Whoever may see {@code OwnerId} may select the owner's name; a describe does not list it. */
    private static Optional<ObjectSchema.Field> owner(Field field) {
        return "Owner".equals(field.getRelationshipName())
                ? Optional.of(new ObjectSchema.Field(
                        new FieldName("Owner.Name"), "Owner", "string", 0, false, false, false, false, List.of()))
                : Optional.empty();
    }

    static Map<FieldName, FieldForm> forms(DescribeSObjectResult result) {
        Map<FieldName, FieldForm> forms = new HashMap<>();
        for (Field field : result.getFields()) {
            forms.put(
                    new FieldName(field.getName()),
                    new FieldForm(
                            field.getType().toString(), field.getScale(), field.isUnique() || field.isIdLookup()));
        }
        return Map.copyOf(forms);
    }

    private static ObjectSchema.Field field(FieldName name, Field field) {
        return new ObjectSchema.Field(
                name,
                field.getLabel() == null ? name.value() : field.getLabel(),
                field.getType().toString(),
                field.getLength(),
                field.isCreateable() || field.isUpdateable(),
                field.isCreateable() && !field.isNillable() && !field.isDefaultedOnCreate(),
                field.isUnique(),
                field.isRestrictedPicklist(),
                values(field.getPicklistValues()));
    }

    private static List<ObjectSchema.AllowedValue> values(PicklistEntry @Nullable [] entries) {
        return entries == null
                ? List.of()
                : Arrays.stream(entries)
                        .map(entry -> new ObjectSchema.AllowedValue(
                                entry.getValue(),
                                entry.getLabel() == null ? entry.getValue() : entry.getLabel(),
                                entry.isActive()))
                        .toList();
    }
}
