package io.leadloop.state;

import io.leadloop.canonical.FieldValue;
import java.time.Instant;
import java.util.Optional;

/**
 * The last value of a vendor field that both sides agree on, in the vendor's own text.
 *
 * @param at vendor time at which the value is known to have stood there
 * @param ours we wrote it
 * @param declined a value that we decided not to write over it: kept on first sight, only a blank may be filled, or what
 *     somebody put there is no answer that counts
 * @param stopped somebody put a value there that no table explains: nothing is written over it until it is explained
 * @param replaced fingerprint of the text that our write replaced; 0 for a blank, and for what others wrote
 */
public record Agreed(
        FieldValue value, Instant at, boolean ours, Optional<FieldValue> declined, boolean stopped, int replaced) {

    public static Agreed read(FieldValue value, Instant at) {
        return new Agreed(value, at, false, Optional.empty(), false, 0);
    }

    public static Agreed written(FieldValue value, FieldValue before, Instant at) {
        return new Agreed(value, at, true, Optional.empty(), false, print(before));
    }

    public Agreed declining(FieldValue other) {
        return new Agreed(value, at, ours, Optional.of(other), stopped, replaced);
    }

    public Agreed undeclined() {
        return new Agreed(value, at, ours, Optional.empty(), stopped, replaced);
    }

    public Agreed stop() {
        return new Agreed(value, at, ours, declined, true, replaced);
    }

    public Agreed restart() {
        return new Agreed(value, at, ours, declined, false, replaced);
    }

    /** The same agreement in the words that the vendor gives now. */
    public Agreed worded(FieldValue other) {
        return new Agreed(other, at, ours, declined, stopped, replaced);
    }

    /** Whether this value, found now, is the one that our write had replaced. */
    public boolean isUndoneBy(FieldValue found) {
        return ours && print(found) == replaced;
    }

    private static int print(FieldValue value) {
        return value.text().hashCode();
    }
}
