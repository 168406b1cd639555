package io.leadloop.spi;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What changed at the vendor, records of one object type, oldest first, each at least once. Overlap is read again on
 * purpose, so a record can come repeatedly with the same version. Calls throw {@code CallFailed}; the cursor stays good.
 */
public interface ChangeSource {

    /** Changes from this vendor time on; {@code Instant.EPOCH} reads all records. */
    ChangeCursor start(Instant from);

    ChangePage poll(ChangeCursor cursor, int limit);

    /** How many records there are now, if one cheap call tells; only to foretell how long a first read takes. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** About how many calls it takes to read so many records for the first time, in pages of this limit. */
    default long calls(long records, int limit) {
        return Math.floorDiv(records, limit) + 1;
    }
}
