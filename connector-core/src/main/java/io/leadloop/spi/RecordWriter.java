package io.leadloop.spi;

import io.leadloop.canonical.ObjectType;
import java.util.List;

/** Writes rows independently of each other. */
public interface RecordWriter {

    /**
     * One outcome for each request, in order. Requests are of one alternative and object type, with at most one for a
     * record. A call that certainly applied nothing throws {@code CallFailed}; one that may have applied something gives
     * {@code Unknown} for the rows concerned.
     */
    List<WriteOutcome> write(List<WriteRequest> batch);

    /** The most requests of a type that may be given at once; calls that are more than one go side by side. */
    int batchSize(ObjectType type);
}
