package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.ledger.Store;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Setup;
import io.leadloop.policy.Ceilings;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Everything that a pass needs, for one thread. Owns the adapters, not the store. */
public final class Engine implements AutoCloseable {

    private final OpenStore opened;
    private final PassClock clock;
    private final Setup setup;
    private final Pipeline pipeline;

    private Engine(OpenStore opened, Store store, PassClock clock, Setup setup) {
        this.opened = opened;
        this.clock = clock;
        this.setup = setup;
        this.pipeline = new Pipeline(setup, store, clock, opened.worker());
    }

    /** Takes the store's lease. Calls no vendor. */
    public static Engine of(Configuration configuration, OpenStore opened) {
        PassClock clock = new PassClock(configuration.clock());
        return of(configuration, opened, opened.store(), clock, connected -> connected);
    }

    /**
     * On another store and through other adapters, for a rehearsal.
     *
     * @param through what takes the place of each connection
     */
    static Engine of(
            Configuration configuration,
            OpenStore opened,
            Store store,
            PassClock clock,
            UnaryOperator<Connected> through) {
        Rules rules = Rules.of(configuration);
        opened.lease();
        List<Connected> connections = new Adapters(configuration, clock)
                .connect().stream().map(through).toList();
        Lifecycle lifecycle = new Lifecycle(LifecyclePolicy.agreed(configuration.calendar()), rules.reasons());
        Setup setup = new Setup(
                opened.installation(),
                rules.mappings(),
                connections,
                rules.lead(),
                lifecycle,
                rules.reasons(),
                rules.revisions());
        return new Engine(opened, store, clock, setup);
    }

    public Setup setup() {
        return setup;
    }

    public PassClock clock() {
        return clock;
    }

    /** Reads and plans; writes nothing. */
    public PassReport plan(LongConsumer progress) {
        begin();
        return pipeline.plan(progress);
    }

    /** Reads, plans and writes. */
    public PassReport run(Ceilings ceilings, LongConsumer progress) {
        begin();
        return pipeline.run(ceilings, progress);
    }

    private void begin() {
        opened.lease();
        clock.begin();
    }

    @Override
    public void close() {
        setup.connections().forEach(connected -> connected.adapter().close());
    }
}
