package io.leadloop.intake;

import io.leadloop.canonical.RecordRef;
import java.time.Instant;

/**
 * A doorbell: a vendor says that this record is worth a look. It carries no values.
 *
 * @param number given by the store, growing; 0 before it was stored
 * @param rungAt when we heard it
 */
public record Ring(long number, RecordRef ref, Instant rungAt) {

    public static Ring of(RecordRef ref, Instant rungAt) {
        return new Ring(0, ref, rungAt);
    }
}
