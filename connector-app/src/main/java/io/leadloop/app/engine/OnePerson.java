package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.canonical.AggregateId;
import io.leadloop.pipeline.PassReport;
import io.leadloop.policy.Ceilings;
import java.util.Collection;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A pass in which everything is read and planned, and only some people's writes leave. */
public final class OnePerson {

    private OnePerson() {}

    /** @param who asked once everything is read and planned, so that it may look into the store */
    public static PassReport run(
            Configuration configuration,
            OpenStore opened,
            Supplier<Collection<AggregateId>> who,
            LongConsumer progress) {
        OnlyStore only = new OnlyStore(opened.store());
        PassClock clock = new PassClock(configuration.clock());
        try (Engine engine = Engine.of(configuration, opened, only, clock, connected -> connected)) {
            engine.plan(progress);
            only.allow(who.get());
            return engine.run(Ceilings.NONE, progress);
        }
    }
}
