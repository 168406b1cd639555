package io.leadloop.app.serve;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.failure.CallFailed;
import io.leadloop.pipeline.PassReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How the last pass ended and how each vendor answered last; times are the machine's. Any thread may ask. */
public final class Pulse {

    private final InstantSource clock;
    private final Instant started;
    private final Map<ConnectionId, Beat> vendors = new ConcurrentHashMap<>();
    private volatile Optional<Beat> last = Optional.empty();

    public Pulse(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * @param outcome {@code ok}, {@code held} or {@code failed}
     * @param code of the failure, if it failed
     */
    public record Beat(Instant at, String outcome, Optional<String> code) {

        boolean isGood() {
            return !outcome.equals("failed");
        }
    }

    void ended(PassReport report) {
        last = Optional.of(new Beat(clock.instant(), report.held() ? "held" : "ok", Optional.empty()));
    }

    void failed(Throwable thrown) {
        last = Optional.of(new Beat(clock.instant(), "failed", Optional.of(code(thrown))));
    }

    void answered(ConnectionId connection) {
        vendors.put(connection, new Beat(clock.instant(), "ok", Optional.empty()));
    }

    void refused(ConnectionId connection, Throwable thrown) {
        vendors.put(connection, new Beat(clock.instant(), "failed", Optional.of(code(thrown))));
    }

    public Optional<Beat> lastPass() {
        return last;
    }

    /** Since the last pass ended, however it ended; since the start before the first. */
    public Duration age() {
        return Duration.between(last.map(Beat::at).orElse(started), clock.instant());
    }

    /** By connection; one that was not called yet is absent. */
    public Map<String, Beat> vendors() {
        Map<String, Beat> all = new TreeMap<>();
        vendors.forEach((connection, beat) -> all.put(connection.value(), beat));
        return all;
    }

    private static String code(Throwable thrown) {
        return thrown instanceof CallFailed failed ? failed.failure().code() : "INTERNAL";
    }
}
