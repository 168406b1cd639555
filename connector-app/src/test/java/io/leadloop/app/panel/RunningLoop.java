package io.leadloop.app.panel;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.install.PluginAccount;
import io.leadloop.app.serve.Serving;
import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.salesforce.pubsub.PubSubServer;
import io.leadloop.fixtures.seed.Planting;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.Simulators;
import io.leadloop.policy.RunState;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Both simulators and the connector, going on by themselves: model time passes, and the connector polls. */
final class RunningLoop implements AutoCloseable {

    private static final long SEED = 7;
    private static final int TICK_MILLIS = 100;

    final SimClock clock = new SimClock(SeedData.START);
    final Simulators simulators;
    private final Configuration configuration;
    private OpenStore opened;
    private Serving serving;
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor();
    private final int eventsPort;
    private Optional<PubSubServer> events;
    private volatile Instant next = Instant.MIN;

    /** @param people in HubSpot; those who qualify have been handed over when this returns */
    RunningLoop(Path folder, int people) {
        this(folder, people, false, SalesforceOptions.usual());
    }

    /** The same, and Salesforce tells of changes once {@link #serve} was called. */
    static RunningLoop pushed(Path folder, int people) {
        return new RunningLoop(folder, people, true, SalesforceOptions.usual());
    }

    /** The same over a bare org, into which the package is installed first. */
    static RunningLoop installed(Path folder, int people) {
        return new RunningLoop(folder, people, false, SalesforceOptions.usual().withoutPackage());
    }

    private RunningLoop(Path folder, int people, boolean push, SalesforceOptions org) {
        simulators = Simulators.start(
                clock,
                (now, journal) -> new HubSpotSimulator(now, journal, SEED, HubSpotOptions.defaults()),
                (now, journal) -> new SalesforceSimulator(now, journal, SEED, org),
                0,
                0);
        events = push ? Optional.of(startEvents(0)) : Optional.empty();
        eventsPort = events.map(server -> URI.create(server.url()).getPort()).orElse(0);
        Planting.inHubSpot(SeedData.people(people, SEED), simulators.hubSpot().simulator());
        Planting.inSalesforce(simulators.salesforce().simulator());
        try {
            Files.writeString(folder.resolve("leadloop.yaml"), """
                    store: jdbc:h2:file:./data/leadloop
                    time-zone: Europe/Berlin
                    clock: %1$s/__sim/clock
                    connections:
                      crm:
                        url: %2$s
                        auth: { flow: client-credentials, client-id: sim-client, client-secret: sim-secret }
                        push: %3$s
                      marketing:
                        url: %1$s
                        auth: { token: pat-sim-hubspot }
                    safety: { max-creates-per-run: 5000, max-updates-per-run: 20000 }
                    """.formatted(
                    simulators.hubSpot().url(),
                    simulators.salesforce().url(),
                    events.map(server -> "{ url: " + server.url() + " }").orElse("off")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration = ConfigurationFile.read(folder.resolve("leadloop.yaml"), Map.of());
        if (org.bare()) {
            install();
        }
        opened = OpenStore.of(configuration);
        opened.order(RunState.LIVE);
        serving = Serving.of(configuration, opened);
        serving.next();
        serving.next();
    }

    /**
     * From now on.
     *
     * @param speed model seconds in a second
     * @param every model time between two polls
     */
    void run(int speed, Duration every) {
        run(speed);
        polling.scheduleWithFixedDelay(() -> poll(every), 10, 10, TimeUnit.MILLISECONDS);
    }

    private void run(int speed) {
        time.scheduleAtFixedRate(
                () -> clock.advance(Duration.ofMillis((long) TICK_MILLIS * speed)),
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /**
     * From now on by the connector's own flow, which also hears what Salesforce tells.
     *
     * @param speed model seconds in a second
     * @param every real time between two polls
     */
    void serve(int speed, Duration every) {
        run(speed);
        serving.begin(every);
    }

    PubSubServer events() {
        return events.orElseThrow();
    }

    /** From now on Salesforce tells nothing. */
    void stopEvents() {
        events().close();
    }

    /** It tells of what happens from now on, at the same address. */
    void startEvents() {
        events = Optional.of(startEvents(eventsPort));
    }

    private PubSubServer startEvents(int port) {
        return PubSubServer.start((SalesforceSimulator) simulators.salesforce().simulator(), clock, port);
    }

    Serving serving() {
        return serving;
    }

    /** One poll now, for a test in which time stands still. */
    void pass() {
        serving.next();
    }

    /** Ends the connector; the simulators stay. For a test in which time stands still. */
    void stopConnector() {
        serving.close();
        opened.close();
    }

    /** Starts it anew on the store that it left. */
    void startConnector() {
        opened = OpenStore.of(configuration);
        serving = Serving.of(configuration, opened);
    }

    private void poll(Duration every) {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(every);
            serving.next();
        }
    }

    /** As the command does it. */
    private void install() {
        try (PluginAccount account =
                PluginAccount.of(configuration, "salesforce").orElseThrow()) {
            InstallReport report = account.plugin().orElseThrow().install(InstallOrder.plain(), step -> {});
            if (!report.good()) {
                throw new IllegalStateException(report.problems().toString());
            }
        }
    }

    /** No thread is interrupted: the store's would suffer. */
    @Override
    public void close() {
        for (ScheduledExecutorService each : new ScheduledExecutorService[] {time, polling}) {
            each.shutdown();
            try {
                if (!each.awaitTermination(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("a pass has not ended");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        serving.close();
        opened.close();
        events.ifPresent(PubSubServer::close);
        simulators.close();
    }
}
