package io.leadloop.spi;

import java.time.Instant;
import java.util.List;

/**
 * One page of changes.
 *
 * @param next the cursor to store with what this page caused; polling it again is always safe
 * @param upTo the vendor's time up to which changes have been seen
 * @param more whether another page is ready now
 * @param gap the cursor had expired or belonged to another projection: changes may have been missed, read everything
 */
public record ChangePage(List<VendorRecord> changes, ChangeCursor next, Instant upTo, boolean more, boolean gap) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
