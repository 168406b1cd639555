package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.ledger.Store;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.mapping.Mapping;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Forecast;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Setup;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.Expected;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Everything that a pass needs, for one thread. Owns the adapters, not the store. */
public final class Engine implements AutoCloseable {

    private final OpenStore opened;
    private final PassClock clock;
    private final Setup setup;
    private final Pipeline pipeline;
    private final Colleagues colleagues;

    private Engine(OpenStore opened, PassClock clock, Setup setup, Colleagues colleagues) {
        this.opened = opened;
        this.clock = clock;
        this.setup = setup;
        this.colleagues = colleagues;
        this.pipeline = new Pipeline(setup, opened.store(), clock, opened.worker());
    }

    /** Takes the store's lease. Calls no vendor. */
    public static Engine of(Configuration configuration, OpenStore opened) {
        return of(configuration, opened, connected -> connected);
    }

    /** The same through other adapters. @param through what takes the place of each connection */
    public static Engine of(Configuration configuration, OpenStore opened, UnaryOperator<Connected> through) {
        PassClock clock = new PassClock(configuration.clock());
        Rules rules = Rules.of(configuration);
        opened.lease();
        Lifecycle lifecycle = new Lifecycle(LifecyclePolicy.agreed(configuration.calendar()), rules.reasons());
        List<Connected> connections = new Adapters(configuration, clock).connect();
        Setup setup = new Setup(
                opened.installation(),
                rules.mappings(),
                connections.stream().map(through).toList(),
                rules.lead(),
                lifecycle,
                rules.reasons(),
                rules.revisions());
        return new Engine(opened, clock, setup, Colleagues.of(connections, InstantSource.system()));
    }

    public Setup setup() {
        return setup;
    }

    /** Under which names answers of HubSpot's users are kept. */
    public Colleagues colleagues() {
        return colleagues;
    }

    public PassClock clock() {
        return clock;
    }

    /** Reads and plans; writes nothing. */
    public PassReport plan(Progress progress) {
        begin();
        return pipeline.plan(progress);
    }

    /** Reads, plans and writes. A run that may pass its ceilings is rehearsed before its first write. */
    public PassReport run(Ceilings ceilings, Progress progress) {
        begin();
        return pipeline.runOpen(ceilings, this::rest, progress);
    }

    /** Without polling: takes in what rang and what was ordered, and writes what follows if that is allowed. */
    public PassReport attend(boolean writes, Ceilings ceilings) {
        begin();
        return writes ? pipeline.runRung(ceilings, this::rest) : pipeline.planRung();
    }

    private Expected rest() {
        return room().play(there -> {
                    long written = there.write(Progress.UNSEEN);
                    return new PassReport(0, written, 0, 0, false, false);
                })
                .expected();
    }

    /**
     * The same with everything read and planned, and only some people's writes sent.
     *
     * @param who asked once everything is planned, so that it may look into the store
     */
    public PassReport runFor(Function<Store, Collection<AggregateId>> who, Progress progress) {
        begin();
        OnlyStore only = new OnlyStore(opened.store());
        return runFor(new Pipeline(setup, only, clock, opened.worker()), only, who, progress);
    }

    /** What {@link #run} would write; reads both vendors for real, writes to neither, nor to the store. */
    public Rehearsed rehearse(Progress progress) {
        begin();
        return room().play(there -> there.run(progress));
    }

    /** What {@link #runFor} would write. */
    public Rehearsed rehearseFor(Function<Store, Collection<AggregateId>> who, Progress progress) {
        begin();
        RehearsalRoom room = room();
        return room.play(there -> runFor(there, room.store(), who, progress));
    }

    private static PassReport runFor(
            Pipeline pipeline, OnlyStore only, Function<Store, Collection<AggregateId>> who, Progress progress) {
        only.allow(List.of());
        pipeline.plan(progress);
        only.allow(who.apply(only));
        return pipeline.run(progress);
    }

    /** A copy to try things on. */
    RehearsalRoom room() {
        return new RehearsalRoom(setup, opened.store(), clock);
    }

    /** What first reads will take, before they begin; empty once everything was read. */
    public List<Forecast> forecast() {
        begin();
        return pipeline.forecast();
    }

    /** Our calls since the start, by connection and mapping. */
    public Map<ConnectionId, Map<String, Long>> spent() {
        Map<ConnectionId, Map<String, Long>> all = new TreeMap<>();
        for (Connected connected : setup.connections()) {
            Map<String, Long> byMapping = new TreeMap<>();
            connected
                    .adapter()
                    .spent()
                    .forEach((about, calls) -> setup.mappings()
                            .mapping(connected.system(), about)
                            .ifPresent(mapping -> byMapping.merge(mapping.name(), calls, Long::sum)));
            all.put(connected.id(), byMapping);
        }
        return all;
    }

    /** Names of the mappings, by connection. */
    public Map<ConnectionId, Set<String>> mappings() {
        Map<ConnectionId, Set<String>> all = new TreeMap<>();
        for (Connected connected : setup.connections()) {
            all.put(
                    connected.id(),
                    setup.mappings().mappings().stream()
                            .filter(mapping -> mapping.system().equals(connected.system()))
                            .map(Mapping::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return all;
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
