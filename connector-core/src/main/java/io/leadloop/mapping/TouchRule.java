package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Condition;
import io.leadloop.language.Location;
import java.util.List;
import java.util.Optional;

/**
 * How an engagement is read from fields of a record.
 *
 * @param label the field that holds what people see
 * @param at the field that holds its time or its day
 * @param types patterns on the label, the first that fits counts; {@code *} stands for anything
 * @param when must be true on the record's own fields, if given
 */
public record TouchRule(
        ObjectType target,
        FieldName label,
        FieldName at,
        Optional<FieldName> channel,
        List<TypePattern> types,
        Optional<Condition> when,
        Location where) {

    public TouchRule {
        types = List.copyOf(types);
    }

    public record TypePattern(String pattern, String type) {

        boolean fits(String label) {
            String[] parts = pattern.split("\\*", -1);
            if (parts.length == 1) {
                return label.equals(pattern);
            }
            if (!label.startsWith(parts[0])) {
                return false;
            }
            int from = parts[0].length();
            for (int i = 1; i < parts.length - 1; i++) {
                int found = label.indexOf(parts[i], from);
                if (found < 0) {
                    return false;
                }
                from = found + parts[i].length();
            }
            String last = parts[parts.length - 1];
            return label.length() - from >= last.length() && label.endsWith(last);
        }
    }

    Optional<String> type(String label) {
        return types.stream()
                .filter(pattern -> pattern.fits(label))
                .map(TypePattern::type)
                .findFirst();
    }
}
