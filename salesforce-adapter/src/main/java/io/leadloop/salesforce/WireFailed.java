package io.leadloop.salesforce;

import io.leadloop.failure.Failure;
import java.io.IOException;

/** A call that brought no usable answer; says whether Salesforce may have acted on it. */
final class WireFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean perhapsApplied;

    WireFailed(Failure failure, boolean perhapsApplied) {
        super(failure.toString());
        this.failure = failure;
        this.perhapsApplied = perhapsApplied;
    }

    Failure failure() {
        return failure;
    }

    boolean perhapsApplied() {
        return perhapsApplied;
    }
}
