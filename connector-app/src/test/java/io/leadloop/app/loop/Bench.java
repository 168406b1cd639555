package io.leadloop.app.loop;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.SystemId;
import io.leadloop.definition.LeadDefinition;
import io.leadloop.feedback.ReasonCatalogue;
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
import io.leadloop.hubspot.HubSpotAdapter;
import io.leadloop.hubspot.HubSpotConfig;
import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.hubspot.Pacing;
import io.leadloop.hubspot.Polling;
import io.leadloop.hubspot.Secret;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import io.leadloop.language.YamlFile;
import io.leadloop.ledger.Store;
import io.leadloop.lifecycle.BusinessCalendar;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.mapping.MappingSet;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Orders;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Setup;
import io.leadloop.salesforce.SalesforceAdapter;
import io.leadloop.salesforce.SalesforceConfig;
import io.leadloop.salesforce.SalesforceCredentials;
import io.leadloop.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Both simulators over HTTP, both adapters, and a pipeline on a store, in one process. */
final class Bench implements AutoCloseable {

    static final ConnectionId CRM = new ConnectionId("crm");
    static final ConnectionId MARKETING = new ConnectionId("marketing");

    final SimClock clock = new SimClock(SeedData.START);
    final Findings findings = new Findings();
    final Simulators simulators;
    final Store store;
    final Pipeline pipeline;
    private final Setup setup;
    private final HubSpotAdapter hubSpot;
    private final SalesforceAdapter salesforce;

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
        hubSpot = new HubSpotAdapter(
                HubSpotConfig.of(
                                MARKETING,
                                URI.create(simulators.hubSpot().url()),
                                new HubSpotCredentials.Token(new Secret("pat-sim-hubspot")))
                        .with(Pacing.unlimited())
                        .with(Polling.standard().withArchivedEvery(1)),
                clock,
                any -> {});
        salesforce = new SalesforceAdapter(
                new SalesforceConfig(
                        CRM,
                        URI.create(simulators.salesforce().url()),
                        new SalesforceCredentials.ClientCredentials("sim-client", "sim-secret"),
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofDays(365),
                        true),
                clock);
        setup = setup();
        pipeline = new Pipeline(setup, store, clock, "test");
    }

    /** A pipeline as a process that was started anew would have it. */
    Pipeline startedAgain(Store over) {
        return new Pipeline(setup(), over, clock, "test");
    }

    private Setup setup() {
        return setup(shipped());
    }

    /** With other files of marketing operations. */
    Setup setup(Source files) {
        MappingSet mappings = MappingSet.compile(files);
        Problems problems = new Problems();
        ReasonCatalogue reasons = ReasonCatalogue.read(
                YamlFile.read(files, "reasons.yaml", problems).orElseThrow(), problems);
        LeadDefinition definition = LeadDefinition.read(
                        YamlFile.read(files, "definitions/mql.yaml", problems).orElseThrow(),
                        mappings.names(),
                        code -> reasons.find(code).isPresent(),
                        problems)
                .orElseThrow();
        problems.throwIfAny();
        Lifecycle lifecycle = new Lifecycle(
                LifecyclePolicy.agreed(BusinessCalendar.weekdays(
                        ZoneId.of("Europe/Berlin"), LocalTime.of(9, 0), LocalTime.of(17, 30))),
                reasons);
        return new Setup(
                "test",
                mappings,
                List.of(
                        new Connected(CRM, new SystemId("salesforce"), Role.CRM, salesforce),
                        new Connected(MARKETING, new SystemId("hubspot"), Role.MARKETING, hubSpot)),
                definition,
                lifecycle,
                reasons,
                mappings.revision());
    }

    /** The shipped files, from the module beside this one. */
    static Source shipped() {
        return Source.of(shippedTexts());
    }

    /** By name. */
    static Map<String, String> shippedTexts() {
        Path folder = Path.of("..", "mappings");
        Map<String, String> texts = new LinkedHashMap<>();
        for (String part : List.of(".", "salesforce", "hubspot", "definitions")) {
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    texts.put(folder.relativize(file).normalize().toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
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

    Orders orders() {
        return new Orders(setup, store, clock);
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
        hubSpot.close();
        salesforce.close();
        simulators.close();
        findings.throwIfAny();
    }
}
