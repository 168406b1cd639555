package io.leadloop.plan;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Row;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Do two texts of one vendor field say the same? 09:00Z and 09:00:00.000Z do, and so do two words for one state. Times are
 * the same within one second of the clock: Salesforce keeps whole seconds and HubSpot milliseconds, so what was written as
 * 09:00:00.900 is read as 09:00:00.
 */
public final class Likeness {

    private final Mapping mapping;

    public Likeness(Mapping mapping) {
        this.mapping = mapping;
    }

    public boolean same(ObjectType type, FieldName field, FieldValue one, FieldValue other) {
        if (one.equals(other)) {
            return true;
        }
        if (one.isBlank() || other.isBlank()) {
            return false;
        }
        Optional<FieldValue> meaning = meaning(type, field, one);
        return meaning.isPresent() && meaning.equals(meaning(type, field, other));
    }

    private Optional<FieldValue> meaning(ObjectType type, FieldName field, FieldValue vendor) {
        return mapping.meaning(type, field, vendor)
                .map(Likeness::wholeSeconds)
                .or(() -> mapping.rows().stream()
                        .filter(row -> row.expression().isPresent())
                        .filter(row -> row.on(type)
                                .filter(target -> target.field().equals(field))
                                .isPresent())
                        .map(Row::type)
                        .findFirst()
                        .flatMap(kind -> parsed(kind, vendor))
                        .map(Likeness::wholeSeconds));
    }

    private static FieldValue wholeSeconds(FieldValue value) {
        return value instanceof FieldValue.Moment moment
                ? new FieldValue.Moment(moment.value().truncatedTo(ChronoUnit.SECONDS))
                : value;
    }

    private static Optional<FieldValue> parsed(FieldType type, FieldValue vendor) {
        try {
            return Optional.of(type.parse(vendor.text()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
