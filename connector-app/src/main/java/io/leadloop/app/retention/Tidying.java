package io.leadloop.app.retention;

import io.leadloop.app.config.Retention;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.store.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what the configured times have passed over, at most once a day. */
public final class Tidying {

    /**
     * @param entries writes that were deleted
     * @param receipts requests from outside that are known no more
     */
    public record Report(long entries, long reviews, long receipts) {}

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
    private static final Duration PAUSE = Duration.ofDays(1);

    private final OpenStore opened;
    private final Retention retention;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    public Tidying(OpenStore opened, Retention retention, InstantSource clock) {
        this.opened = opened;
        this.retention = retention;
        this.clock = clock;
    }

    /** Nothing, unless a day has passed since the last time. */
    public void ifDue() {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(PAUSE);
            now();
        }
    }

    public Report now() {
        Sweep sweep = opened.sweep();
        Instant today = clock.instant();
        Report report = new Report(
                sweep.entries(today.minus(retention.entries())),
                sweep.reviews(today.minus(retention.reviews())),
                sweep.receipts(today.minus(retention.entries())));
        if (report.entries() + report.reviews() + report.receipts() > 0) {
            LOG.info("swept entries={} reviews={} receipts={}", report.entries(), report.reviews(), report.receipts());
        }
        return report;
    }
}
