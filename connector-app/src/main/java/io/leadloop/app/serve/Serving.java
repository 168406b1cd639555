package io.leadloop.app.serve;

import io.leadloop.app.announce.Courier;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.flow.ServeFlow;
import io.leadloop.app.metrics.Meter;
import io.leadloop.app.metrics.Meters;
import io.leadloop.app.retention.Tidying;
import io.leadloop.ledger.EntryState;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine that runs pass after pass, with what others may want to know of it. Owns all but the store. */
public final class Serving implements AutoCloseable {

    /** The simulators' clock is asked this often, in real time. */
    private static final Duration SIMULATED = Duration.ofMillis(25);

    private static final int MOST_RINGS = 1_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Configuration configuration;
    private final OpenStore opened;
    private final Meters meters = new Meters();
    private final Pulse pulse = new Pulse(InstantSource.system());
    private final Engine engine;
    private final Tidying tidying;
    private final Courier courier;
    private final ScheduledExecutorService couriers =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "courier"));
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    private final Pushes pushes;
    private volatile Optional<ServeFlow> flow = Optional.empty();

    private Serving(Configuration configuration, OpenStore opened) {
        this.configuration = configuration;
        this.opened = opened;
        this.engine = Engine.of(configuration, opened, this::watched);
        meters.gauge(Meter.PASS_AGE, () -> pulse.age().toMillis() / 1_000.0);
        meters.gauge(Meter.REVIEW_OPEN, () -> opened.store().open().size());
        this.tidying = new Tidying(opened, configuration.retention(), engine.clock());
        this.courier = new Courier(opened.outbox(), configuration.endpoints(), InstantSource.system(), meters);
        this.pushes =
                new Pushes(engine.setup(), opened.store(), meters, InstantSource.system(), this::ring, this::poll);
        meters.gauge(Meter.OUTBOX_WAITING, () -> opened.outbox().waiting());
        meters.gauge(Meter.INBOX_WAITING, () -> opened.store().rung(MOST_RINGS).size());
        gaugeCalls();
        for (EntryState state : EntryState.values()) {
            meters.gauge(
                    Meter.WRITES,
                    () -> opened.store().counts().getOrDefault(state, 0L),
                    state.name().toLowerCase(Locale.ROOT));
        }
    }

    private void gaugeCalls() {
        engine.mappings()
                .forEach((connection, mappings) -> mappings.forEach(mapping -> meters.gauge(
                        Meter.CALLS,
                        () -> engine.spent().getOrDefault(connection, Map.of()).getOrDefault(mapping, 0L),
                        connection.value(),
                        mapping)));
    }

    /** Takes the store's lease; runs nothing yet. */
    public static Serving of(Configuration configuration, OpenStore opened) {
        return new Serving(configuration, opened);
    }

    /** From now on pass after pass, with {@link #pause} between two. */
    public void begin() {
        begin(pause());
    }

    /** The same with another time between the end of a pass and the start of the next. */
    public void begin(Duration pause) {
        flow = Optional.of(ServeFlow.start(this::next, pause, failed -> {}));
        pushes.begin();
        if (!configuration.endpoints().isEmpty()) {
            couriers.scheduleWithFixedDelay(this::deliver, 0, 1, TimeUnit.SECONDS);
        }
    }

    private void deliver() {
        try {
            courier.deliver();
        } catch (RuntimeException e) {
            LOG.error("webhooks were not delivered", e);
        }
    }

    /** Sends what others are to be told; by itself while it serves. */
    public Courier courier() {
        return courier;
    }

    /** Between the end of a pass and the start of the next. */
    public Duration pause() {
        return configuration.clock().isPresent() ? SIMULATED : configuration.poll();
    }

    /** One pass. */
    public PassReport next() {
        PassReport report = counted(() -> opened.runState().writes()
                ? engine.run(opened.ceilings(), Progress.UNSEEN)
                : engine.plan(Progress.UNSEEN));
        tidying.ifDue();
        return report;
    }

    /** Runs it between two passes and returns when it is done. */
    public void between(Runnable order) {
        flow.ifPresentOrElse(running -> running.order(order), order);
    }

    /**
     * No pass begins any more once the running one has ended; does not wait for it.
     *
     * @param still asked between two passes whether it is to end
     * @param ended runs if it has
     */
    public void end(BooleanSupplier still, Runnable ended) {
        flow.ifPresent(running -> running.end(still, ended));
    }

    /** Something came in that should not wait for the next poll; any thread may ring, and never waits. */
    public void ring() {
        flow.ifPresent(running -> {
            if (rung.compareAndSet(false, true)) {
                running.soon(this::attend);
            }
        });
    }

    /** Something may have been missed: a pass runs soon; any thread may ask, and never waits. */
    public void poll() {
        flow.ifPresent(running -> {
            if (missed.compareAndSet(false, true)) {
                running.soon(() -> {
                    missed.set(false);
                    next();
                });
            }
        });
    }

    /** One pass without polling: what rang and what was ordered. */
    public void attend() {
        rung.set(false);
        counted(() -> engine.attend(opened.runState().writes(), opened.ceilings()));
    }

    public Configuration configuration() {
        return configuration;
    }

    public OpenStore opened() {
        return opened;
    }

    public Engine engine() {
        return engine;
    }

    public Meters meters() {
        return meters;
    }

    public Pulse pulse() {
        return pulse;
    }

    private PassReport counted(Supplier<PassReport> pass) {
        long start = System.nanoTime();
        try {
            PassReport report = pass.get();
            pulse.ended(report);
            meters.count(Meter.PASSES, 1, report.held() ? "held" : "ok");
            meters.count(Meter.RECORDS_READ, report.read());
            meters.count(Meter.RECORDS_WRITTEN, report.written());
            return report;
        } catch (RuntimeException e) {
            pulse.failed(e);
            meters.count(Meter.PASSES, 1, "failed");
            throw e;
        } finally {
            meters.time(Meter.PASS_TIME, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Connected watched(Connected connected) {
        return new Connected(
                connected.id(),
                connected.system(),
                connected.role(),
                new WatchedAdapter(connected.adapter(), meters, pulse),
                connected.allowance());
    }

    /** An interrupted statement would close H2's file: the delivery that is on its way may end. */
    private void finish() {
        try {
            if (!couriers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("webhooks are still on their way after seconds={}", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        pushes.close();
        couriers.shutdown();
        flow.ifPresent(ServeFlow::close);
        finish();
        engine.close();
        meters.close();
    }
}
