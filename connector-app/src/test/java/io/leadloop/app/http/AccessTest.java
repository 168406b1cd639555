package io.leadloop.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.keys.ApiKey;
import io.leadloop.app.keys.KeyRole;
import io.leadloop.app.keys.Keys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who may what; and that document and routes are the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private static final Set<String> WITHOUT_A_KEY = Set.of("GET /health/live", "GET /health/ready");

    private static final Set<String> OF_NO_KEY = Set.of("control", "card");

    private Served served;

    @BeforeAll
    void start(@TempDir Path folder) {
        served = new Served(folder, Served.CARD);
    }

    @AfterAll
    void end() {
        served.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
        assertThat(new TreeSet<>(served.web.routes())).isEqualTo(served.contract.operations());
    }

    @Test
    void withoutAKeyNothingIsToldButHealth() {
        served.contract.operations().forEach(operation -> {
            HttpResponse<String> response = served.send(request(served.to(path(operation)), operation));
            if (WITHOUT_A_KEY.contains(operation)) {
                assertThat(response.statusCode()).as(operation).isEqualTo(200);
            } else {
                assertThat(response.statusCode()).as(operation).isEqualTo(401);
            }
        });
        assertThat(served.send(served.to("/nowhere")).statusCode()).isEqualTo(401);
    }

    @Test
    void eachRoleOpensItsRoutesAndThoseOfTheRolesBelow() {
        for (Map.Entry<String, Optional<String>> operation :
                served.contract.roles().entrySet()) {
            if (operation.getValue().isEmpty()
                    || OF_NO_KEY.contains(operation.getValue().get())) {
                continue;
            }
            KeyRole needed = KeyRole.of(operation.getValue().get());
            for (KeyRole role : KeyRole.values()) {
                HttpResponse<String> response =
                        served.send(request(served.as(role, path(operation.getKey())), operation.getKey()));
                boolean opens = role.compareTo(needed) >= 0;
                assertThat(response.statusCode() == 403)
                        .as(role + " " + operation.getKey())
                        .isEqualTo(!opens);
                assertThat(response.statusCode())
                        .as(role + " " + operation.getKey())
                        .isNotEqualTo(401);
            }
        }
    }

    @Test
    void whatHubSpotSignsOpensTheRoutesOfTheCardAndNoOther() {
        Set<String> opened = new TreeSet<>();
        served.contract.operations().forEach(operation -> {
            boolean reads = operation.startsWith("GET");
            HttpResponse<String> response = served.signed(
                    reads ? "GET" : "POST",
                    path(operation).replace("cards/hubspot/none", "cards/hubspot/1"),
                    reads ? "" : "{}");
            if (!Set.of(401, 403).contains(response.statusCode())) {
                opened.add(operation);
            }
        });
        opened.removeAll(WITHOUT_A_KEY);

        assertThat(opened).isEqualTo(served.contract.ofCards()).hasSize(2);
    }

    @Test
    void noKeyOpensACard() {
        for (KeyRole role : KeyRole.values()) {
            assertThat(served.send(served.as(role, "/api/v1/cards/hubspot/1")).statusCode())
                    .as(role.word())
                    .isEqualTo(403);
        }
    }

    @Test
    void commandsAreRunForTheSecretOfThisStartAndForNoKey() {
        for (KeyRole role : KeyRole.values()) {
            assertThat(served.send(command(served.as(role, "/control/commands")))
                            .statusCode())
                    .as(role.word())
                    .isEqualTo(403);
        }
        HttpResponse<String> done =
                served.send(command(served.to("/control/commands").header("Authorization", "Bearer " + Served.SECRET)));
        assertThat(Served.read(done).path("out").asString()).contains("runState");
        assertThat(served.send(served.to("/api/v1/reasons").header("Authorization", "Bearer " + Served.SECRET))
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpRequest.Builder command(HttpRequest.Builder to) {
        return to.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"arguments\": [\"status\", \"--json\"]}"));
    }

    @Test
    void aKeyThatIsWrongShortenedOrRevokedOpensNothing() {
        Keys keys = served.keys();
        Keys.Minted minted = keys.create("short", KeyRole.ADMIN);
        assertThat(status(minted.text())).isEqualTo(200);
        assertThat(status(minted.text().substring(0, minted.text().length() - 1)))
                .isEqualTo(401);
        assertThat(status(minted.text().replaceFirst("_.*_", "_0000000000_"))).isEqualTo(401);
        assertThat(status("")).isEqualTo(401);

        served.opened.keys().revoke(minted.key().id(), Instant.EPOCH);
        assertThat(status(minted.text())).isEqualTo(401);
    }

    @Test
    void aKeyIsKeptAsAHashAlone() {
        Keys.Minted minted = served.keys().create("kept", KeyRole.VIEWER);
        ApiKey kept = served.opened.keys().find(minted.key().id()).orElseThrow();

        assertThat(kept.name()).isEqualTo("kept");
        assertThat(minted.text()).doesNotContain(kept.hash());
        assertThat(minted).asString().doesNotContain(minted.text());
    }

    @Test
    void theDocumentIsServedAsItIs() throws java.io.IOException {
        assertThat(served.get("/openapi.yaml").body()).isEqualTo(java.nio.file.Files.readString(Contract.FILE));
    }

    private int status(String key) {
        return served.send(served.to("/api/v1/reasons").header("Authorization", "Bearer " + key))
                .statusCode();
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "none");
    }

    private static HttpRequest.Builder request(HttpRequest.Builder to, String operation) {
        return operation.startsWith("GET")
                ? to
                : to.header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"person\": \"none\"}"));
    }
}
