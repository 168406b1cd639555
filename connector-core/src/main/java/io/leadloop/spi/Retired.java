package io.leadloop.spi;

import io.leadloop.canonical.RecordRef;
import java.util.List;

/** Why a record is out of use. */
public sealed interface Retired {

    record Deleted() implements Retired {}

    record MergedInto(RecordRef survivor) implements Retired {}

    /** A lead became these records: the contact first. */
    record ConvertedTo(List<RecordRef> records) implements Retired {
        public ConvertedTo {
            records = List.copyOf(records);
        }
    }
}
