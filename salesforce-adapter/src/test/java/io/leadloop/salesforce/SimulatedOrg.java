package io.leadloop.salesforce;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.fixtures.control.VendorControl;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.Journal;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.SimulatorHost;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.SalesforceJudge;
import io.leadloop.salesforce.plugin.SalesforceRest;
import io.leadloop.spi.Spending;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A simulated org behind real HTTP, with an adapter that is connected to it. */
public final class SimulatedOrg implements AutoCloseable {

    static final ConnectionId CRM = new ConnectionId("crm");

    final SimClock clock = new SimClock(Instant.parse("2026-03-02T08:00:00Z"));
    final Journal journal = new Journal();
    final Findings findings = new Findings();
    final SalesforceSimulator simulator;
    final SimulatorHost host;
    final VendorControl control;
    final SalesforceAdapter adapter;

    SimulatedOrg(SalesforceOptions options, boolean assignmentRules) {
        simulator = new SalesforceSimulator(clock, journal, 7, options);
        host = SimulatorHost.start(simulator, clock, journal, 0, new SalesforceJudge(findings));
        control = new VendorControl(host.url());
        adapter = new SalesforceAdapter(config(assignmentRules), clock);
    }

    public static SimulatedOrg usual() {
        return new SimulatedOrg(SalesforceOptions.usual(), false);
    }

    /** Without what LeadLoop adds. */
    public static SimulatedOrg bare() {
        return new SimulatedOrg(SalesforceOptions.usual().withoutPackage(), false);
    }

    /** Calls of the same user, without the adapter. */
    public SalesforceRest rest() {
        SalesforceConfig config = config(false);
        Wire wire = new Wire(config);
        return new Rest(wire, new Session(new Login(config, wire, clock)::fetch, clock), new Spending());
    }

    public SalesforceSimulator simulator() {
        return simulator;
    }

    /** A fault of the host or of the org. */
    public void inject(Fault fault) {
        control.faults(List.of(fault));
    }

    private SalesforceConfig config(boolean assignmentRules) {
        SalesforceConfig usual = SalesforceConfig.of(
                CRM, URI.create(host.url()), new SalesforceCredentials.ClientCredentials("sim-client", "sim-secret"));
        return new SalesforceConfig(
                usual.connection(),
                usual.url(),
                usual.credentials(),
                Optional.empty(),
                usual.connectTimeout(),
                usual.answerTimeout(),
                usual.overlap(),
                usual.recycleBin(),
                assignmentRules,
                usual.push());
    }

    long calls() {
        return control.stats().calls().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Fails the test if a SOAP request or answer was not as the partner schemas have it. */
    @Override
    public void close() {
        adapter.close();
        host.close();
        findings.throwIfAny();
    }
}
