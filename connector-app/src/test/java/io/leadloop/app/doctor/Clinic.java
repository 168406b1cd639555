package io.leadloop.app.doctor;

import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.salesforce.org.OrgRules;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Both simulators, a good configuration, and ways to break it. */
final class Clinic implements AutoCloseable {

    private static final long SEED = 7;

    private final Path folder;
    private final SimClock clock = new SimClock(SeedData.START);
    private final Simulators simulators;
    private String text;
    private Machine machine =
            new Machine(InstantSource.fixed(SeedData.START), 17, "0.1.0", somewhere -> 50_000_000_000L);

    Clinic(Path folder, Set<String> hidden, Set<String> readOnly) {
        this.folder = folder;
        OrgRules usual = OrgRules.usual();
        SalesforceOptions org = SalesforceOptions.usual()
                .rules(new OrgRules(
                        hidden, readOnly, usual.assignLeads(), usual.duplicates(), usual.editConvertedLeads()));
        simulators = Simulators.start(
                clock,
                (time, journal) -> new HubSpotSimulator(time, journal, SEED, HubSpotOptions.defaults()),
                (time, journal) -> new SalesforceSimulator(time, journal, SEED, org),
                0,
                0);
        text = """
                store: jdbc:h2:file:./data/leadloop
                time-zone: Europe/Berlin
                clock: %1$s/__sim/clock
                connections:
                  crm:
                    url: %2$s
                    expect-org-id: %3$s
                    auth: { client-id: sim-client, client-secret: sim-secret }
                    api-usage: { daily-limit: 100000, keep-free: 20%% }
                    poll: 60s
                  marketing:
                    url: %1$s
                    expect-portal-id: 9000001
                    auth: { token: pat-sim-hubspot }
                    poll: 60s
                """.formatted(simulators.hubSpot().url(), simulators.salesforce().url(), organization());
    }

    /** As the token answer of the simulator names it. */
    private String organization() {
        String form = "grant_type=client_credentials&client_id=sim-client&client_secret=sim-secret";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulators.salesforce().url() + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            return JsonMapper.builder()
                    .build()
                    .readTree(answer)
                    .path("id")
                    .asString()
                    .split("/", -1)[4];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Clinic replace(String before, String after) {
        if (!text.contains(before)) {
            throw new IllegalArgumentException("there is no '" + before + "' to break");
        }
        text = text.replace(before, after);
        return this;
    }

    Clinic on(Machine other) {
        machine = other;
        return this;
    }

    Machine machine() {
        return machine;
    }

    SimClock clock() {
        return clock;
    }

    Simulators simulators() {
        return simulators;
    }

    List<Finding> examine() {
        Path file = folder.resolve("leadloop.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Doctor(machine).examine(file, Map.of());
    }

    @Override
    public void close() {
        simulators.close();
    }
}
