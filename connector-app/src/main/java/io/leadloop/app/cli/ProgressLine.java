package io.leadloop.app.cli;

import io.leadloop.pipeline.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** One moving line on a terminal: how many records, how fast, how long still; nothing elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long EVERY_NANOS = 200_000_000L;
    private static final double NANOS = 1e9;

    private final PrintWriter err;
    private final boolean visible;
    private long started = System.nanoTime();
    private long last;
    private long shown;

    ProgressLine(PrintWriter err) {
        this.err = err;
        this.visible = System.console() != null;
    }

    @Override
    public boolean isSeen() {
        return visible;
    }

    @Override
    public void at(long done, long expected) {
        long now = System.nanoTime();
        if (done < last) {
            started = now;
        }
        last = done;
        if (visible && now - shown > EVERY_NANOS) {
            shown = now;
            err.print("\r" + text(done, expected, (now - started) / NANOS) + "\u001b[K");
            err.flush();
        }
    }

    /** @param seconds since the first record */
    static String text(long done, long expected, double seconds) {
        double rate = seconds > 0 ? done / seconds : 0;
        String line = String.format("%,d records, %,.0f a second", done, rate);
        return expected <= done || rate <= 0
                ? line
                : String.format("%s, of %,d; about %s left", line, expected, left((expected - done) / rate));
    }

    private static String left(double seconds) {
        Duration left = Duration.ofSeconds(Math.round(Math.max(1, seconds)));
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0
                        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                        : left.toSeconds() + " s";
    }

    @Override
    public void close() {
        if (visible && shown > 0) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
