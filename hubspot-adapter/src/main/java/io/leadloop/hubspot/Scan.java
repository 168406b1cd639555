package io.leadloop.hubspot;

import io.leadloop.spi.VendorRecord;
import java.util.List;
import java.util.Map;

/** One way to page through records. */
interface Scan {

    record Step(List<VendorRecord> changes, Standing next, boolean more) {}

    /** @param looks what was handled before, which this step adds to */
    Step next(Standing standing, Map<String, Handled.Look> looks, long now, int limit);
}
