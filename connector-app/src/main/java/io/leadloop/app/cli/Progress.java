package io.leadloop.app.cli;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** One moving line on a terminal: how many records, how fast; nothing elsewhere. */
final class Progress implements LongConsumer, AutoCloseable {

    private static final long EVERY_NANOS = 200_000_000L;
    private static final double NANOS = 1e9;

    private final PrintWriter err;
    private final boolean visible;
    private final long started = System.nanoTime();
    private long shown;

    Progress(PrintWriter err) {
        this.err = err;
        this.visible = System.console() != null;
    }

    @Override
    public void accept(long records) {
        long now = System.nanoTime();
        if (visible && now - shown > EVERY_NANOS) {
            shown = now;
            err.printf("\r%,d records, %,.0f a second ", records, records * NANOS / (now - started));
            err.flush();
        }
    }

    @Override
    public void close() {
        if (visible && shown > 0) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
