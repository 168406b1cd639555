package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands against both simulators, as a person would type them. */
class ProgramTest {

    private static final long SEED = 7;
    private static final int PEOPLE = 40;

    @TempDir
    Path folder = Path.of("");

    private final SimClock clock = new SimClock(SeedData.START);
    private final Findings findings = new Findings();
    private final Simulators simulators = Simulators.start(
            clock,
            (time, journal) -> new HubSpotSimulator(time, journal, SEED, HubSpotOptions.defaults()),
            (time, journal) -> new SalesforceSimulator(time, journal, SEED, SalesforceOptions.usual()),
            0,
            0,
            new HubSpotJudge(findings),
            new SalesforceJudge(findings));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void plant() throws IOException {
        Planting.inHubSpot(SeedData.people(PEOPLE, SEED), simulators.hubSpot().simulator());
        Planting.inSalesforce(simulators.salesforce().simulator());
        simulators.hubSpotJournal().clear();
        simulators.salesforceJournal().clear();
        configure("5000");
    }

    @AfterEach
    void end() {
        simulators.close();
        findings.throwIfAny();
    }

    @Test
    void nothingIsWrittenInShadow() {
        assertThat(run("sync", "--once")).isZero();
        assertThat(json("status").path("runState").asString()).isEqualTo("shadow");
        assertThat(simulators.hubSpotJournal().apiWrites()).isEmpty();
        assertThat(simulators.salesforceJournal().apiWrites()).isEmpty();
    }

    @Test
    void aDryRunCountsWhatTheLiveRunThatFollowsWrites() {
        JsonNode rehearsed = json("sync", "--once", "--dry-run").path("writes");
        assertThat(simulators.hubSpotJournal().apiWrites()).isEmpty();
        assertThat(simulators.salesforceJournal().apiWrites()).isEmpty();
        Map<String, String> expected = new TreeMap<>();
        rehearsed.forEach(line -> expected.put(
                line.path("object").asString(),
                line.path("created").asInt() + "/" + line.path("changed").asInt()));

        assertThat(run("go-live")).isZero();
        assertThat(run("sync", "--once")).isZero();

        Map<String, String> written = new TreeMap<>(counts(simulators.salesforceJournal()));
        written.putAll(counts(simulators.hubSpotJournal()));
        assertThat(written).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void aRunBeyondItsCeilingIsHeldBeforeItsFirstWriteAndSaysHowToGoOn() throws IOException {
        configure("1");
        assertThat(run("go-live")).isZero();
        assertThat(run("sync", "--once")).isEqualTo(ExitCode.HELD);
        assertThat(err.toString()).contains("go-live --max-creates");
        assertThat(simulators.salesforceJournal().apiWrites()).isEmpty();
        assertThat(run("go-live", "--max-creates", "100")).isZero();
        assertThat(run("sync", "--once")).isZero();
        assertThat(simulators.salesforceJournal().apiWrites()).isNotEmpty();
    }

    @Test
    void reconcileNamesTheOneEditThatNobodySaw() {
        run("go-live");
        run("sync", "--once");
        clock.advance(Duration.ofHours(1));
        Map<String, String> one = lead(0);
        Map<String, String> other = lead(1);
        edit(other.getOrDefault("Id", ""), Map.of("Status", "Working"), false);
        run("sync", "--once");
        clock.advance(Duration.ofHours(1));
        assertThat(json("reconcile").path("unexplained")).isEmpty();

        edit(one.getOrDefault("Id", ""), Map.of("Title", "Nobody saw this"), true);

        JsonNode found = json("reconcile").path("unexplained");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("record").asString()).isEqualTo("crm/Lead/" + one.get("Id"));
        assertThat(found.get(0).path("field").asString()).isEqualTo("Title");
        assertThat(found.get(0).path("expected").asString()).isEqualTo(one.get("Title"));
        assertThat(found.get(0).path("found").asString()).isEqualTo("Nobody saw this");
    }

    @Test
    void explainTellsThePersonsWay() {
        run("go-live");
        run("sync", "--once");
        String email = lead(0).getOrDefault("Email", "");
        assertThat(run("explain", email)).isZero();
        assertThat(out.toString()).contains("HANDED_OFF").contains("cycle 1").contains("mql v7");
        assertThat(run("explain", "nobody@nowhere.example")).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("fix    Write a mail address").doesNotContain("\tat ");
    }

    @Test
    void aVendorThatDoesNotAnswerIsExitCodeThree() {
        simulators.hubSpot().close();
        assertThat(run("sync", "--once")).isEqualTo(ExitCode.VENDOR);
        assertThat(err.toString())
                .contains("what ")
                .contains("where")
                .contains("fix ")
                .doesNotContain("\tat ");
    }

    private Map<String, String> lead(int number) {
        return simulators.salesforce().simulator().records("Lead").get(number);
    }

    private void edit(String id, Map<String, String> fields, boolean silent) {
        simulators.salesforce().simulator().edit(new UserEdit("Marco Ruiz", "Lead", Optional.of(id), fields, silent));
    }

    /** By object: records created, and records changed that were there before. */
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

    private int run(String... words) {
        CommandLine line = Commands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--config";
        all[words.length + 1] = folder.resolve("leadloop.yaml").toString();
        return line.execute(all);
    }

    private JsonNode json(String... words) {
        out.getBuffer().setLength(0);
        String[] all = new String[words.length + 1];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--json";
        run(all);
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private void configure(String creates) throws IOException {
        Files.writeString(folder.resolve("leadloop.yaml"), """
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
                        simulators.hubSpot().url(), simulators.salesforce().url(), creates));
    }
}
