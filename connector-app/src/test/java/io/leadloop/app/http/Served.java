package io.leadloop.app.http;

import io.leadloop.app.cli.Commands;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.control.Door;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.keys.KeyRole;
import io.leadloop.app.keys.Keys;
import io.leadloop.app.serve.Serving;
import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.hubspot.HubSpotSimulator;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.salesforce.SalesforceSimulator;
import io.leadloop.fixtures.seed.Planting;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.simulator.SimClock;
import io.leadloop.fixtures.simulator.Simulators;
import io.leadloop.policy.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both simulators, an engine that has made one pass, and its HTTP interface on a free port. Checks every answer. */
final class Served implements AutoCloseable {

    static final String DANA = "dana.whitfield@northwind.example";

    static final String SECRET = "secret-of-this-start";

    /** The public address of the HTTP interface, as a card knows it. */
    static final String PUBLIC = "https://sync.example";

    static final String APP_SECRET = "app-secret";

    /** Lines of the connection to HubSpot that let its card in. */
    static final String CARD =
            "expect-portal-id: 9000001\n    card: { url: " + PUBLIC + ", app-id: 7000001, secret: " + APP_SECRET + " }";

    private static final long SEED = 7;

    final SimClock clock = new SimClock(SeedData.START);
    final Simulators simulators;
    final Configuration configuration;
    final OpenStore opened;
    final Serving serving;
    final WebServer web;
    final Contract contract = new Contract();
    private final Map<KeyRole, String> keys = new EnumMap<>(KeyRole.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean storeIsGone;

    Served(Path folder) {
        this(folder, "");
    }

    /** @param more a line of the connection to HubSpot */
    Served(Path folder, String more) {
        this(folder, more, "");
    }

    /** @param last further lines of leadloop.yaml */
    Served(Path folder, String more, String last) {
        simulators = Simulators.start(
                clock,
                (time, journal) -> new HubSpotSimulator(time, journal, SEED, HubSpotOptions.defaults()),
                (time, journal) -> new SalesforceSimulator(time, journal, SEED, SalesforceOptions.usual()),
                0,
                0);
        Planting.inHubSpot(SeedData.people(20, SEED), simulators.hubSpot().simulator());
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
                      marketing:
                        url: %1$s
                        auth: { token: pat-sim-hubspot }
                        %3$s
                    safety: { max-creates-per-run: 5000, max-updates-per-run: 20000 }
                    http: { port: 0 }
                    %4$s
                    """.formatted(
                            simulators.hubSpot().url(), simulators.salesforce().url(), more, last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration = ConfigurationFile.read(folder.resolve("leadloop.yaml"), Map.of());
        opened = OpenStore.of(configuration);
        opened.order(RunState.LIVE);
        serving = Serving.of(configuration, opened);
        web = WebServer.start(serving, configuration.http(), new Door(SECRET, Commands.runner(serving)));
        for (KeyRole role : KeyRole.values()) {
            keys.put(role, keys().create(role.word(), role).text());
        }
        serving.next();
    }

    Keys keys() {
        return new Keys(opened.keys(), InstantSource.system(), new SecureRandom());
    }

    String url() {
        return "http://127.0.0.1:" + web.port();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    HttpRequest.Builder as(KeyRole role, String path) {
        return to(path).header("Authorization", "Bearer " + keys.get(role));
    }

    HttpResponse<String> get(String path) {
        return send(as(KeyRole.VIEWER, path));
    }

    JsonNode json(String path) {
        return read(get(path));
    }

    HttpResponse<String> post(String path, String body) {
        return send(as(KeyRole.OPS, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> answer(String handoff, String key, String body) {
        return send(as(KeyRole.OPS, "/api/v1/handoffs/" + handoff + "/answers")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks as HubSpot's proxy does, and sees what that hides from a card. */
    HttpResponse<String> signed(String method, String path, String body) {
        String asked =
                path + "?userId=8000001&portalId=9000001&userEmail=mara.keller%40marketing.example&appId=7000001";
        return send(signed(method, asked, body, APP_SECRET, Instant.now()));
    }

    HttpRequest.Builder signed(String method, String path, String body, String secret, Instant at) {
        String time = Long.toString(at.toEpochMilli());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((method + PUBLIC + path + body + time).getBytes(StandardCharsets.UTF_8));
            return to(path).header("Content-Type", "application/json")
                    .header("X-HubSpot-Request-Timestamp", time)
                    .header("X-HubSpot-Signature-v3", Base64.getEncoder().encodeToString(signature))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = sendUnchecked(request);
        contract.check(response);
        return response;
    }

    HttpResponse<String> sendUnchecked(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(HttpResponse<String> response) {
        return JsonMapper.builder().build().readTree(response.body());
    }

    Optional<Map<String, String>> lead(String email) {
        return simulators.salesforce().simulator().records("Lead").stream()
                .filter(record -> email.equalsIgnoreCase(record.getOrDefault("Email", "")))
                .findFirst();
    }

    Map<String, String> contact(String email) {
        return simulators.hubSpot().simulator().records("contact").stream()
                .filter(record -> email.equals(record.get("email")))
                .findFirst()
                .orElseThrow();
    }

    /** As if the database had ended. */
    void loseStore() {
        opened.close();
        storeIsGone = true;
    }

    @Override
    public void close() {
        web.close();
        serving.close();
        if (!storeIsGone) {
            opened.close();
        }
        simulators.close();
    }
}
