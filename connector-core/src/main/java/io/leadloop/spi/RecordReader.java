package io.leadloop.spi;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads by id or by value; splits what the vendor limits. Calls throw {@code CallFailed}. */
public interface RecordReader {

    /** The records that exist, in any order; deleted ones come with {@code retired} if the vendor still knows them. */
    List<VendorRecord> read(Projection what, Collection<RecordRef> refs);

    /** For each value all records whose field has it: none, one or several. Letter case does not matter. */
    Map<String, List<VendorRecord>> find(Projection what, FieldName key, Collection<String> values);
}
