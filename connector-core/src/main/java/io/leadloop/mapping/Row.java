package io.leadloop.mapping;

import io.leadloop.canonical.Direction;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.WritePolicy;
import io.leadloop.language.Expression;
import io.leadloop.language.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a mapping: a canonical field and what stands for it at the vendor.
 *
 * @param targets in the order of the file; empty for a field that is computed from others while reading
 * @param expression goes one way: computes the canonical value if the row reads, the vendor's if it writes
 * @param defaultValue vendor text, written where nothing is known; read back it counts as blank
 * @param forwardOnly vendor values in their order; an earlier one is never written over a later one; empty for any
 * @param consentCall whether the vendor takes this field by a call of its own, never as a field
 */
public record Row(
        String canonical,
        FieldType type,
        Map<ObjectType, Target> targets,
        Direction direction,
        WritePolicy write,
        Optional<Expression> expression,
        Optional<ValueTable> values,
        Optional<String> defaultValue,
        Answers answers,
        List<String> forwardOnly,
        boolean consentCall,
        Location where) {

    public Row {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        forwardOnly = List.copyOf(forwardOnly);
    }

    /** The vendor fields by object type, in the order of the file. */
    public Map<ObjectType, FieldName> fields() {
        Map<ObjectType, FieldName> fields = new LinkedHashMap<>();
        targets.forEach((type, target) -> fields.put(type, target.field()));
        return fields;
    }

    public Optional<Target> on(ObjectType type) {
        return Optional.ofNullable(targets.get(type));
    }

    /** Whether it computes its value while reading. */
    boolean computesInward() {
        return expression.isPresent() && direction == Direction.IN;
    }
}
