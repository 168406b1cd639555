package io.leadloop.spi;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import java.util.List;
import java.util.Map;

/** An object type and its fields by name. */
public record ObjectSchema(ObjectType type, Map<FieldName, Field> fields) {

    public ObjectSchema {
        fields = Map.copyOf(fields);
    }

    /**
     * @param vendorType the vendor's word: {@code picklist}, {@code enumeration}
     * @param maxLength in characters, 0 if the vendor names none
     * @param restricted whether values outside {@code allowed} are refused
     * @param required whether a create without it is refused
     */
    public record Field(
            FieldName name,
            String label,
            String vendorType,
            int maxLength,
            boolean writable,
            boolean required,
            boolean unique,
            boolean restricted,
            List<AllowedValue> allowed) {
        public Field {
            allowed = List.copyOf(allowed);
        }
    }

    /** A picklist value: what is stored, and what people see. */
    public record AllowedValue(String value, String label, boolean active) {}
}
