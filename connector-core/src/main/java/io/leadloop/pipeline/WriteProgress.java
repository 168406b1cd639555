package io.leadloop.pipeline;

import java.util.function.LongSupplier;

/** Tells how far writing is. What waits is counted now and then, as that is a look at each entry. */
final class WriteProgress {

    private static final int PART = 10;

    private final Progress progress;
    private final LongSupplier waiting;
    private long all;
    private long countAgain;

    WriteProgress(Progress progress, LongSupplier waiting) {
        this.progress = progress;
        this.waiting = waiting;
    }

    void at(long written) {
        if (!progress.isSeen()) {
            return;
        }
        if (written >= countAgain) {
            long left = waiting.getAsLong();
            all = written + left;
            countAgain = written + left / PART;
        }
        progress.at(written, all);
    }
}
