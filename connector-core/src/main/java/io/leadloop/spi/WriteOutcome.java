package io.leadloop.spi;

import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import java.util.Optional;

/** What became of one request. */
public sealed interface WriteOutcome {

    /** @param adopted the record existed with this key: nothing was written */
    record Applied(RecordRef ref, Optional<RecordVersion> version, boolean adopted) implements WriteOutcome {}

    /** Certainly not applied. */
    record Rejected(Failure failure) implements WriteOutcome {}

    /** Perhaps applied; the failure's kind is UNKNOWN_OUTCOME. */
    record Unknown(Failure failure) implements WriteOutcome {}
}
