package io.leadloop.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure as a value.
 *
 * @param code stable, from the vendor's catalogue or ours; documented in docs/operations.md
 * @param detail one sentence without secrets, addresses or field values
 * @param retryAfter the vendor's own hint, where it gave one
 */
public record Failure(FailureKind kind, String code, String detail, Optional<Duration> retryAfter) {

    public static Failure of(FailureKind kind, String code, String detail) {
        return new Failure(kind, code, detail, Optional.empty());
    }

    public Failure after(Duration hint) {
        return new Failure(kind, code, detail, Optional.of(hint));
    }

    @Override
    public String toString() {
        return kind + " " + code + ": " + detail;
    }
}
