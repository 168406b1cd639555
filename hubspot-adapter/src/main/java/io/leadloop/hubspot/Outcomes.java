package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.WriteOutcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcomes of one batch as they come in, by position. */
final class Outcomes {

    private final @Nullable WriteOutcome[] byIndex;

    Outcomes(int size) {
        byIndex = new WriteOutcome[size];
    }

    void set(int index, WriteOutcome outcome) {
        byIndex[index] = outcome;
    }

    @Nullable
    WriteOutcome get(int index) {
        return byIndex[index];
    }

    /**
     * A call failed as a whole. It is thrown on as long as nothing of the batch may have been applied; after that its rows
     * alone carry the failure.
     */
    void failed(Collection<Integer> rows, CallFailed cause) {
        Failure failure = cause.failure();
        boolean perhaps = failure.kind() == FailureKind.UNKNOWN_OUTCOME;
        if (!perhaps && Arrays.stream(byIndex).noneMatch(Outcomes::mayBeApplied)) {
            throw cause;
        }
        rows.forEach(row -> set(row, perhaps ? new WriteOutcome.Unknown(failure) : new WriteOutcome.Rejected(failure)));
    }

    List<WriteOutcome> inOrder() {
        return Arrays.stream(byIndex)
                .map(outcome -> outcome == null ? unanswered() : outcome)
                .toList();
    }

    static WriteOutcome unanswered() {
        return new WriteOutcome.Unknown(Failure.of(
                FailureKind.UNKNOWN_OUTCOME, "ROW_WITHOUT_ANSWER", "HubSpot's answer did not mention this row"));
    }

    private static boolean mayBeApplied(@Nullable WriteOutcome outcome) {
        return outcome != null && !(outcome instanceof WriteOutcome.Rejected);
    }
}
