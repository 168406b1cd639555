package io.leadloop.mapping;

import io.leadloop.canonical.FieldValue;
import java.util.Optional;

/** One vendor value in canonical words, or why it cannot be read. */
record CellReading(Optional<FieldValue> value, Optional<UnknownValue.Problem> problem) {

    private static final CellReading BLANK = of(FieldValue.BLANK);

    static CellReading of(Row row, Target at, FieldValue vendor) {
        if (vendor.isBlank() || row.defaultValue().filter(vendor.text()::equals).isPresent()) {
            return BLANK;
        }
        if (at.values().isPresent()) {
            return at.values()
                    .get()
                    .read(vendor.text())
                    .map(canonical -> of(row.type().parse(canonical)))
                    .orElseGet(() -> unlisted(row, vendor));
        }
        return parsed(row, vendor);
    }

    private static CellReading unlisted(Row row, FieldValue vendor) {
        boolean keep = row.values().filter(ValueTable::keepUnknown).isPresent();
        return keep ? parsed(row, vendor) : of(UnknownValue.Problem.NOT_LISTED);
    }

    private static CellReading parsed(Row row, FieldValue vendor) {
        try {
            return of(row.type().parse(vendor.text()));
        } catch (IllegalArgumentException e) {
            return of(UnknownValue.Problem.NOT_READABLE);
        }
    }

    private static CellReading of(FieldValue value) {
        return new CellReading(Optional.of(value), Optional.empty());
    }

    private static CellReading of(UnknownValue.Problem problem) {
        return new CellReading(Optional.empty(), Optional.of(problem));
    }
}
