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
 * @param stopped somebody put a value there that no table explains: nothing is written over it until it is explained
 */
public record Agreed(FieldValue value, Instant at, boolean ours, Optional<FieldValue> declined, boolean stopped) {

    public static Agreed read(FieldValue value, Instant at) {
        return new Agreed(value, at, false, Optional.empty(), false);
    }

    public static Agreed written(FieldValue value, Instant at) {
        return new Agreed(value, at, true, Optional.empty(), false);
    }

    public Agreed declining(FieldValue other) {
        return new Agreed(value, at, ours, Optional.of(other), stopped);
    }

    public Agreed undeclined() {
        return new Agreed(value, at, ours, Optional.empty(), stopped);
    }

    public Agreed stop() {
        return new Agreed(value, at, ours, declined, true);
    }

    public Agreed restart() {
        return new Agreed(value, at, ours, declined, false);
    }

    /** The same agreement in the words that the vendor gives now. */
    public Agreed worded(FieldValue other) {
        return new Agreed(other, at, ours, declined, stopped);
    }
}
