package io.leadloop.app.loop;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.fixtures.control.VendorControl;
import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.seed.People;
import io.leadloop.fixtures.seed.Planting;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.Simulators;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.fixtures.simulator.VendorSimulator;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.HubSpotJudge;
import io.leadloop.fixtures.wire.SalesforceJudge;
import io.leadloop.language.Source;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.AnswerOrders;
import io.leadloop.pipeline.Orders;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Setup;
import io.leadloop.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both simulators over HTTP, both adapters, and a pipeline on a store, in one process. */
final class Bench implements AutoCloseable {

    static final ConnectionId CRM = Wiring.CRM;
    static final ConnectionId MARKETING = Wiring.MARKETING;

    final SimClock clock = new SimClock(SeedData.START);
    final Findings findings = new Findings();
    final Simulators simulators;
    final Store store;
    final Pipeline pipeline;
    private final Setup setup;
    private final Wiring wiring;

    Bench(int people, long seed) {
        this(people, seed, new MemoryStore());
    }

    Bench(int people, long seed, Store store) {
        this.store = store;
        this.simulators = Simulators.start(
                clock,
                (time, journal) -> new HubSpotSimulator(time, journal, seed, HubSpotOptions.defaults()),
                (time, journal) -> new SalesforceSimulator(time, journal, seed, SalesforceOptions.usual()),
                0,
                0,
                new HubSpotJudge(findings),
                new SalesforceJudge(findings));
        Planting.inSalesforce(crm());
        if (people > 0) {
            People seeded = SeedData.people(people, seed);
            Planting.inHubSpot(seeded, marketing());
        }
        simulators.hubSpotJournal().clear();
        simulators.salesforceJournal().clear();
        wiring = new Wiring(simulators.hubSpot().url(), simulators.salesforce().url(), clock, Duration.ofSeconds(30));
        setup = wiring.setup();
        pipeline = new Pipeline(setup, store, clock, "test");
    }

    /** A pipeline as a process that was started anew would have it. */
    Pipeline startedAgain(Store over) {
        return new Pipeline(wiring.setup(), over, clock, "test");
    }

    VendorSimulator crm() {
        return simulators.salesforce().simulator();
    }

    VendorSimulator marketing() {
        return simulators.hubSpot().simulator();
    }

    PassReport run() {
        return pipeline.run(Progress.UNSEEN);
    }

    Setup setup() {
        return setup;
    }

    /** With other files of marketing operations. */
    Setup setup(Source files) {
        return wiring.setup(files);
    }

    /** The shipped files, from the module beside this one. */
    static Source shipped() {
        return Source.of(shippedTexts());
    }

    /** The shipped files, by name. */
    static Map<String, String> shippedTexts() {
        return Wiring.shippedTexts();
    }

    Orders orders() {
        return new Orders(setup, store, clock);
    }

    AnswerOrders answers() {
        return new AnswerOrders(setup, store, clock);
    }

    /** A rep's edit. */
    Map<String, String> rep(String type, String id, Map<String, String> fields) {
        return crm().edit(new UserEdit("Marco Ruiz", type, Optional.of(id), fields, false));
    }

    /** Faults of the Salesforce simulator. */
    void faults(List<Fault> faults) {
        new VendorControl(simulators.salesforce().url()).faults(faults);
    }

    Map<String, String> contact(String email) {
        return marketing().records("contact").stream()
                .filter(record -> email.equals(record.get("email")))
                .findFirst()
                .orElseThrow();
    }

    Optional<Map<String, String>> lead(String email) {
        return crm().records("Lead").stream()
                .filter(record -> email.equalsIgnoreCase(record.getOrDefault("Email", "")))
                .filter(record -> !"true".equals(record.get("__deleted")))
                .findFirst();
    }

    /** Fails the test if anything that went over the wire was not as the vendors describe it. */
    @Override
    public void close() {
        wiring.close();
        simulators.close();
        findings.throwIfAny();
    }
}
