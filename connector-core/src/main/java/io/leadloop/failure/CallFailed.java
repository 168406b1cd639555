package io.leadloop.failure;

import org.jspecify.annotations.Nullable;

/** A whole call failed; carries the failure that says what to do. Single rows that fail are values instead. */
public final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public CallFailed(Failure failure) {
        this(failure, null);
    }

    public CallFailed(Failure failure, @Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
