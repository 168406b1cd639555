package io.leadloop.state;

import io.leadloop.canonical.FieldValue;
import java.time.Instant;
import java.util.Optional;

/**
 * The last value of a vendor field that both sides agree on, in the vendor's own text.
 *
 * @param at vendor time at which the value is known to have stood there
 * @param ours we wrote it
 * @param declined a value that we decided not to write over it: kept on first sight, or only a blank may be filled
 */
public record Agreed(FieldValue value, Instant at, boolean ours, Optional<FieldValue> declined) {

    public static Agreed read(FieldValue value, Instant at) {
        return new Agreed(value, at, false, Optional.empty());
    }

    public static Agreed written(FieldValue value, Instant at) {
        return new Agreed(value, at, true, Optional.empty());
    }

    public Agreed declining(FieldValue other) {
        return new Agreed(value, at, ours, Optional.of(other));
    }
}
