package io.leadloop.pipeline;

import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Reading;
import io.leadloop.spi.VendorRecord;

/** A record that was read, with its mapping and what it says in canonical words. */
record Sighting(Connected connected, Mapping mapping, VendorRecord record, Reading reading) {

    static Sighting of(Connected connected, Mapping mapping, VendorRecord record) {
        return new Sighting(connected, mapping, record, mapping.read(record));
    }
}
