package io.leadloop.salesforce;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.fixtures.control.VendorControl;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.simulator.Journal;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.SimulatorHost;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.SalesforceJudge;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A simulated org behind real HTTP, with an adapter that is connected to it. */
final class SimulatedOrg implements AutoCloseable {

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

    static SimulatedOrg usual() {
        return new SimulatedOrg(SalesforceOptions.usual(), false);
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
                assignmentRules);
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
