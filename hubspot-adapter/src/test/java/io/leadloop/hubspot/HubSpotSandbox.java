package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.fixtures.contract.SimulatedSandbox;
import io.leadloop.fixtures.contract.Subject;
import io.leadloop.fixtures.contract.VendorError;
import io.leadloop.fixtures.control.VendorControl;
import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.Journal;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.SimulatorHost;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.HubSpotJudge;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A portal of the simulator, and an adapter that talks to it over HTTP. */
final class HubSpotSandbox extends SimulatedSandbox {

    static final ConnectionId CONNECTION = new ConnectionId("marketing");
    static final ObjectType CONTACT = new ObjectType("contact");
    static final FieldName KEY = new FieldName("leadloop_key");
    static final FieldName TEXT = new FieldName("jobtitle");
    static final FieldName STATUS = new FieldName("hs_lead_status");
    static final FieldName EMAIL = new FieldName("email");
    static final Polling POLLING = Polling.standard().withArchivedEvery(1);

    private final HubSpotSimulator simulator;
    private final SimulatorHost host;
    private final SimClock clock;
    private final HubSpotConfig config;
    private final HubSpotAdapter adapter;
    private final Findings findings;

    private HubSpotSandbox(
            HubSpotSimulator simulator, SimulatorHost host, SimClock clock, HubSpotConfig config, Findings findings) {
        super(
                new VendorControl(host.url()),
                CONNECTION,
                new Subject(CONTACT, KEY, TEXT, STATUS, "IN_PROGRESS", "NOPE", Optional.empty()),
                new FieldName("hs_object_id"));
        this.simulator = simulator;
        this.host = host;
        this.clock = clock;
        this.findings = findings;
        this.config = config;
        this.adapter = new HubSpotAdapter(config, clock, secret -> {});
    }

    static HubSpotSandbox open() {
        return open(HubSpotOptions.defaults(), config -> config);
    }

    static HubSpotSandbox open(HubSpotOptions options, UnaryOperator<HubSpotConfig> change) {
        SimClock clock = new SimClock(Instant.parse("2026-04-01T08:00:00Z"));
        Journal journal = new Journal();
        HubSpotSimulator simulator = new HubSpotSimulator(clock, journal, 7, options);
        Findings findings = new Findings();
        SimulatorHost host = SimulatorHost.start(simulator, clock, journal, 0, new HubSpotJudge(findings));
        HubSpotConfig config = HubSpotConfig.of(
                        CONNECTION, URI.create(host.url()), new HubSpotCredentials.Token(new Secret(options.token())))
                .with(POLLING)
                .with(Pacing.unlimited())
                .withExpectedPortal(options.portalId());
        return new HubSpotSandbox(simulator, host, clock, change.apply(config), findings);
    }

    @Override
    public HubSpotAdapter adapter() {
        return adapter;
    }

    void fault(Fault fault) {
        control().faults(List.of(fault));
    }

    HubSpotConfig config() {
        return config;
    }

    HubSpotSimulator simulator() {
        return simulator;
    }

    /** How often an endpoint was called. */
    long calls(String endpoint) {
        return host.stats().calls().getOrDefault(endpoint, 0L);
    }

    long calls() {
        return host.stats().calls().values().stream().mapToLong(Long::longValue).sum();
    }

    SimClock clock() {
        return clock;
    }

    @Override
    public Map<FieldName, FieldValue> minimum(String mark) {
        return Map.of(EMAIL, new FieldValue.Text(mark + "@contract.example"));
    }

    @Override
    public RecordRef missing() {
        return new RecordRef(CONNECTION, CONTACT, "999999999999");
    }

    @Override
    protected String survivor(RecordRef primary, Map<String, String> made) {
        return made.getOrDefault("id", "");
    }

    @Override
    protected Fault throttle() {
        return new Fault("ten-secondly", "", 0, 1_000, Map.of());
    }

    @Override
    public Optional<Duration> hint() {
        return Optional.of(Duration.ofSeconds(10));
    }

    @Override
    protected Map<String, String> deleteArguments(RecordRef ref) {
        return Map.of("type", "contact", "id", ref.id());
    }

    @Override
    protected Map<String, String> mergeArguments(RecordRef survivor, RecordRef loser) {
        return Map.of("type", "contact", "primary", survivor.id(), "other", loser.id());
    }

    @Override
    public Set<String> secrets() {
        return Set.of(HubSpotOptions.defaults().token());
    }

    @Override
    public RecordRef neighbour() {
        Map<String, String> made = control()
                .edit(new UserEdit("Robin Admin", "company", Optional.empty(), Map.of("name", "Contract Ltd"), false));
        return new RecordRef(CONNECTION, new ObjectType("company"), made.getOrDefault("hs_object_id", ""));
    }

    @Override
    public String address(RecordRef ref) {
        return stored(ref, EMAIL);
    }

    @Override
    public boolean permitsMail(RecordRef ref) {
        return !stored(ref, new FieldName("hs_email_optout")).equals("true");
    }

    @Override
    public List<VendorError> errors() {
        return List.of(
                new VendorError("unknown property", FailureKind.MISCONFIGURED, () -> refused("no_such_property", "x")),
                new VendorError(
                        "read-only property", FailureKind.MISCONFIGURED, () -> refused("hs_email_optout", "true")),
                new VendorError("unknown option", FailureKind.INVALID, () -> refused("hs_lead_status", "NOPE")),
                new VendorError("no address", FailureKind.INVALID, () -> refused("email", "not an address")),
                new VendorError("taken address", FailureKind.CONFLICT, this::takenAddress),
                new VendorError("missing scope", FailureKind.FORBIDDEN, this::missingScope),
                new VendorError("daily limit", FailureKind.THROTTLED, () -> failedRead(fault("daily"))),
                new VendorError("locked record", FailureKind.TRANSIENT, () -> failedRead(fault("locked"))),
                new VendorError("moving portal", FailureKind.TRANSIENT, () -> failedRead(fault("migration"))));
    }

    private static Fault fault(String kind) {
        return Fault.once(kind, "", Map.of());
    }

    private Failure takenAddress() {
        create("taken", Map.of());
        return refused("email", "taken@contract.example");
    }

    private Failure missingScope() {
        Failure failure = failedRead(Fault.once("missing-scopes", "", Map.of("scopes", "crm.objects.contacts.read")));
        control().faults(List.of(Fault.once("missing-scopes", "", Map.of())));
        return failure;
    }

    private Failure refused(String field, String text) {
        RecordRef ref = create("error-" + text.length() + field, Map.of());
        WriteOutcome outcome = adapter.writer()
                .write(List.of(new WriteRequest.Update(
                        ref, Map.of(new FieldName(field), new FieldValue.Text(text)), Optional.empty())))
                .get(0);
        if (outcome instanceof WriteOutcome.Rejected rejected) {
            return rejected.failure();
        }
        throw new AssertionError("expected Rejected, got " + outcome);
    }

    Failure failedRead(Fault fault) {
        control().faults(List.of(fault));
        try {
            adapter.reader().read(subject().projection(), List.of(missing()));
        } catch (CallFailed failed) {
            return failed.failure();
        }
        throw new AssertionError("the call did not fail");
    }

    Findings.Judged judged() {
        return findings.judged();
    }

    /** Fails the test if anything that went over the wire was not as HubSpot describes it. */
    @Override
    public void close() {
        adapter.close();
        host.close();
        findings.throwIfAny();
    }
}
