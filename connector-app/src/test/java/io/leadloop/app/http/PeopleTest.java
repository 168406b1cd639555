package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.app.keys.KeyRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can be read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    private Served served;

    @BeforeAll
    void start(@TempDir Path folder) {
        served = new Served(folder);
    }

    @AfterAll
    void end() {
        served.close();
    }

    @Test
    void aPersonIsTheSameByAddressByRecordAndById() {
        JsonNode dana = served.json("/api/v1/people/" + DANA);
        String contact = served.contact(DANA).getOrDefault("hs_object_id", "");

        String lead = served.lead(DANA).orElseThrow().getOrDefault("Id", "");

        assertThat(dana.path("state").asString()).isEqualTo("HANDED_OFF");
        assertThat(dana.path("values").path("email").asString()).isEqualTo(DANA);
        assertThat(dana.path("records").findValuesAsString("object")).contains("contact", "Lead");
        assertThat(dana.path("openHandoff").path("state").asString()).isEqualTo("HANDED_OFF");
        for (String name : List.of(
                "hubspot:" + contact, "salesforce:" + lead, dana.path("id").asString())) {
            assertThat(served.json("/api/v1/people/" + name)).isEqualTo(dana);
        }
        assertThat(Served.read(served.post("/api/v1/people/find", "{\"person\": \"" + DANA + "\"}"))
                        .path("items"))
                .containsExactly(dana);
    }

    @Test
    void whoIsNotKnownIsAProblemThatSaysWhatToDo() {
        HttpResponse<String> nobody = served.get("/api/v1/people/nobody@nowhere.example");

        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(Served.read(nobody).path("code").asString()).isEqualTo("no-such-person");
        assertThat(nobody.body()).doesNotContain("nobody@");
        assertThat(Served.read(served.post("/api/v1/people/find", "{\"person\": \"nobody@nowhere.example\"}"))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        for (String path : List.of("/api/v1/people/" + DANA, "/api/v1/reasons", "/api/v1/handoffs/" + handoff())) {
            String tag = served.get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again =
                    served.send(served.as(KeyRole.VIEWER, path).header("If-None-Match", tag));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    void anExplanationTellsThePersonsWay() {
        JsonNode all = served.json("/api/v1/people/" + DANA + "/explanation");
        JsonNode status = served.json("/api/v1/people/" + DANA + "/explanation?field=leadStatus");

        assertThat(all.path("history").findValuesAsString("head")).contains("HANDED_OFF", "cycle 1");
        assertThat(status.path("history").size()).isLessThan(all.path("history").size());
    }

    @Test
    void pagesOfHandoffsAreAllOfThemOnce() {
        JsonNode all = served.json("/api/v1/handoffs?limit=200").path("items");
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = served.json("/api/v1/handoffs?limit=2" + next);
            paged.addAll(page.path("items").findValuesAsString("why").isEmpty() ? List.of() : ids(page.path("items")));
            next = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(ids(all)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(ids(all));
        JsonNode one = served.json("/api/v1/handoffs/" + handoff());
        assertThat(one.path("evidence")).isNotEmpty();
        assertThat(one.path("answerBy").asString()).isNotEmpty();
    }

    @Test
    void handoffsAreFilteredByStateOwnerAndStart() {
        JsonNode open = served.json("/api/v1/handoffs?state=HANDED_OFF").path("items");
        String owner = open.get(0).path("owner").asString();

        assertThat(open).isNotEmpty();
        assertThat(served.json("/api/v1/handoffs?state=WON").path("items")).isEmpty();
        assertThat(served.json("/api/v1/handoffs?owner=" + owner).path("items")).isNotEmpty();
        assertThat(served.json("/api/v1/handoffs?owner=nobody").path("items")).isEmpty();
        assertThat(served.json("/api/v1/handoffs?since=2026-01-01T00:00:00Z").path("items"))
                .isNotEmpty();
        assertThat(served.json("/api/v1/handoffs?since=2027-01-01T00:00:00%2B01:00")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aQuestionThatCannotBeReadSaysWhere() {
        for (String query : List.of("state=GONE", "since=yesterday", "limit=0", "limit=201", "limit=x", "cursor=%21")) {
            HttpResponse<String> bad = served.get("/api/v1/handoffs?" + query);
            assertThat(bad.statusCode()).as(query).isEqualTo(400);
            assertThat(Served.read(bad).path("where").asString()).isEqualTo("?" + query.split("=", 2)[0]);
        }
    }

    @Test
    void reasonsHaveTheirLabelsAndWhatTheyAskFor() {
        JsonNode reasons = served.json("/api/v1/reasons").path("items");

        assertThat(reasons).hasSize(30);
        assertThat(reasons.findValuesAsString("label")).contains("Company too small or too big");
    }

    @Test
    void healthAndMetersTellOfThePassThatWasMade() {
        JsonNode ready = Served.read(served.send(served.to("/health/ready")));

        assertThat(ready.path("status").asString()).isEqualTo("ready");
        assertThat(ready.path("lastPass").path("outcome").asString()).isEqualTo("ok");
        assertThat(ready.path("vendors").propertyNames()).containsExactlyInAnyOrder("crm", "marketing");
        assertThat(served.send(served.to("/health/live")).statusCode()).isEqualTo(200);
        assertThat(served.get("/metrics").body())
                .contains("leadloop_passes_total{outcome=\"ok\"}", "leadloop_writes{state=\"applied\"}")
                .doesNotContain("@");
    }

    @Test
    void aVendorThatFailsDegradesAndTheStoreThatIsGoneIsNotReady(@TempDir Path other) {
        try (Served own = new Served(other)) {
            own.simulators.salesforce().close();
            assertThatThrownBy(() -> own.serving.next());
            JsonNode degraded = Served.read(own.send(own.to("/health/ready")));
            assertThat(degraded.path("status").asString()).isEqualTo("degraded");
            assertThat(degraded.path("vendors").path("crm").path("outcome").asString())
                    .isEqualTo("failed");
            own.loseStore();
            assertThat(own.send(own.to("/health/ready")).statusCode()).isEqualTo(503);
            assertThat(own.sendUnchecked(own.as(KeyRole.VIEWER, "/api/v1/handoffs"))
                            .statusCode())
                    .isEqualTo(503);
        }
    }

    private String handoff() {
        return served.json("/api/v1/people/" + DANA)
                .path("openHandoff")
                .path("id")
                .asString();
    }

    private static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
