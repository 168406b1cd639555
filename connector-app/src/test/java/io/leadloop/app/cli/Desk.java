package io.leadloop.app.cli;

import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.seed.Planting;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.Journal;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.Simulators;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.HubSpotJudge;
import io.leadloop.fixtures.wire.SalesforceJudge;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both simulators with seeded people, a configuration that points at them, and a command line to type at. */
final class Desk implements AutoCloseable {

    private static final long SEED = 7;
    private static final int PEOPLE = 40;

    private final Findings findings = new Findings();
    final SimClock clock = new SimClock(SeedData.START);
    final Simulators simulators;
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Desk(Path folder) {
        this(folder, SalesforceOptions.usual());
    }

    Desk(Path folder, SalesforceOptions org) {
        this.folder = folder;
        simulators = Simulators.start(
                clock,
                (time, journal) -> new HubSpotSimulator(time, journal, SEED, HubSpotOptions.defaults()),
                (time, journal) -> new SalesforceSimulator(time, journal, SEED, org),
                0,
                0,
                new HubSpotJudge(findings),
                new SalesforceJudge(findings));
        Planting.inHubSpot(SeedData.people(PEOPLE, SEED), simulators.hubSpot().simulator());
        Planting.inSalesforce(simulators.salesforce().simulator());
        simulators.hubSpotJournal().clear();
        simulators.salesforceJournal().clear();
        configure("5000", "");
    }

    /** @param more further lines of leadloop.yaml */
    void configure(String creates, String more) {
        String text = """
                store: jdbc:h2:file:./data/leadloop
                time-zone: Europe/Berlin
                clock: %1$s/__sim/clock
                connections:
                  crm:
                    url: %2$s
                    auth: { flow: client-credentials, client-id: sim-client, client-secret: sim-secret }
                  marketing:
                    url: %1$s
                    auth: { token: pat-sim-hubspot }
                safety: { max-creates-per-run: %3$s, max-updates-per-run: 20000 }
                """.formatted(
                        simulators.hubSpot().url(), simulators.salesforce().url(), creates);
        try {
            Files.writeString(folder.resolve("leadloop.yaml"), text + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the exit code; what was printed before is forgotten. */
    int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Commands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.resolve("leadloop.yaml").toString()));
        return line.execute(all.toArray(String[]::new));
    }

    JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        run(all.toArray(String[]::new));
        return JsonMapper.builder().build().readTree(printed());
    }

    String printed() {
        return out.toString();
    }

    String complained() {
        return err.toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Map<String, String> lead(int number) {
        return simulators.salesforce().simulator().records("Lead").get(number);
    }

    void editLead(String id, Map<String, String> fields, boolean silent) {
        simulators.salesforce().simulator().edit(new UserEdit("Marco Ruiz", "Lead", Optional.of(id), fields, silent));
    }

    /** Records of HubSpot that the shipped mappings read. */
    long records() {
        return Stream.of("contact", "company", "deal")
                .mapToLong(
                        type -> simulators.hubSpot().simulator().records(type).size())
                .sum();
    }

    /** Calls about records; logins and the like are not among them. */
    long hubSpotCalls() {
        return simulators.hubSpot().stats().calls().entrySet().stream()
                .filter(call ->
                        !call.getKey().contains("account") && !call.getKey().contains("oauth"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** By object: records that the connector created, and records that it changed and that were there before. */
    Map<String, String> written() {
        Map<String, String> counts = new TreeMap<>(counts(simulators.salesforceJournal()));
        counts.putAll(counts(simulators.hubSpotJournal()));
        return counts;
    }

    private static Map<String, String> counts(Journal journal) {
        Map<String, Set<String>> created = new TreeMap<>();
        Map<String, Set<String>> touched = new TreeMap<>();
        for (Journal.Entry entry : journal.apiWrites()) {
            touched.computeIfAbsent(entry.type(), type -> new LinkedHashSet<>()).add(entry.id());
            if (entry.operation().equals("create")) {
                created.computeIfAbsent(entry.type(), type -> new TreeSet<>()).add(entry.id());
            }
        }
        Map<String, String> counts = new TreeMap<>();
        touched.forEach((type, ids) -> {
            int made = created.getOrDefault(type, Set.of()).size();
            counts.put(type, made + "/" + (ids.size() - made));
        });
        return counts;
    }

    @Override
    public void close() {
        simulators.close();
        findings.throwIfAny();
    }
}
