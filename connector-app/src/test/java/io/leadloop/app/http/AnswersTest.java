package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Answers that are given over HTTP. */
class AnswersTest {

    private static final String ACCEPT = "{\"answer\": \"accept\", \"by\": \"Marco Ruiz\"}";
    private static final String REJECT = """
            {"answer": "reject", "reason": "F-SIZE", "comment": "12 people", "by": "Marco Ruiz"}""";

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private String handoff = "";

    @BeforeEach
    void start() {
        served = new Served(folder);
        handoff = served.json("/api/v1/people/" + DANA)
                .path("openHandoff")
                .path("id")
                .asString();
        served.clock.advance(Duration.ofHours(1));
        served.serving.next();
    }

    @AfterEach
    void end() {
        served.close();
    }

    @Test
    void aNoReachesBothSystemsAndItsReceiptSaysSo() {
        HttpResponse<String> taken = served.answer(handoff, "k1", REJECT);
        assertThat(taken.statusCode()).isEqualTo(202);
        String receipt = taken.headers().firstValue("Location").orElseThrow();
        assertThat(Served.read(taken).path("receipt").asString()).isEqualTo(receipt);
        assertThat(served.json(receipt).path("written").asString()).isEqualTo("waiting");

        served.serving.next();

        assertThat(served.json(receipt).path("written").asString()).isEqualTo("written");
        assertThat(served.lead(DANA).orElseThrow())
                .containsEntry("Status", "Nurture")
                .containsEntry("LeadLoop_Reason__c", "F-SIZE")
                .containsEntry("LeadLoop_Comment__c", "12 people");
        assertThat(served.contact(DANA)).containsEntry("leadloop_reason_code", "F-SIZE");
        JsonNode after = served.json("/api/v1/handoffs/" + handoff);
        assertThat(after.path("decision").asString()).isEqualTo("REJECTED");
        assertThat(after.path("answers")).hasSize(1);
    }

    @Test
    void whileItServesAnAnswerDoesNotWaitForTheNextPoll() {
        served.serving.begin();
        String receipt = served.answer(handoff, "k1", ACCEPT)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        Eventually.within(
                Duration.ofSeconds(20),
                () -> served.json(receipt).path("written").asString().equals("written"));
        assertThat(served.lead(DANA).orElseThrow()).containsEntry("Status", "Working");
    }

    @Test
    void theSameRequestTwiceIsOneAnswerAndOneReceipt() {
        HttpResponse<String> first = served.answer(handoff, "k1", ACCEPT);
        HttpResponse<String> again = served.answer(handoff, "k1", "{\"by\":\"Marco Ruiz\",\"answer\":\"accept\"}");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(Served.read(again).path("id")).isEqualTo(Served.read(first).path("id"));
        assertThat(served.json("/api/v1/handoffs/" + handoff).path("answers")).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        served.answer(handoff, "k1", ACCEPT);
        HttpResponse<String> other = served.answer(handoff, "k1", REJECT);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Served.read(other).path("code").asString()).isEqualTo("idempotency-key-reused");
        assertThat(served.json("/api/v1/handoffs/" + handoff).path("answers")).hasSize(1);
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        HttpResponse<String> none = served.post("/api/v1/handoffs/" + handoff + "/answers", ACCEPT);

        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(Served.read(none).path("code").asString()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void aClosedHandoffTakesNoAnswerButItsAuthorsCorrection() {
        served.answer(handoff, "k1", REJECT);
        assertThat(served.answer(handoff, "k2", ACCEPT).statusCode()).isEqualTo(409);
        String correction = "{\"answer\": \"correct\", \"to\": \"accept\", \"by\": \"%s\"}";
        assertThat(served.answer(handoff, "k3", correction.formatted("Somebody Else"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(served.answer(handoff, "k4", correction.formatted("Marco Ruiz"))
                        .statusCode())
                .isEqualTo(202);
        served.serving.next();

        JsonNode after = served.json("/api/v1/handoffs/" + handoff);
        assertThat(after.path("decision").asString()).isEqualTo("ACCEPTED");
        assertThat(after.path("answers")).hasSize(2);
        assertThat(served.lead(DANA).orElseThrow())
                .containsEntry("Status", "Working")
                .containsEntry("LeadLoop_Reason__c", "");
    }

    @Test
    void aReasonThatIsNotForNowIsNamedWithItsPlace() {
        HttpResponse<String> late = served.answer(
                handoff, "k1", "{\"answer\": \"reject\", \"reason\": \"C-UNREACH\", \"by\": \"Marco Ruiz\"}");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Served.read(late).path("where").asString()).isEqualTo("/reason");
        assertThat(served.json("/api/v1/handoffs/" + handoff).path("answers")).isEmpty();
    }

    @Test
    void everyMistakeOfABodyIsNamedAtOnce() {
        HttpResponse<String> bad =
                served.answer(handoff, "k1", "{\"answer\": \"maybe\", \"revisitOn\": \"soon\", \"comment\": 7}");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(Served.read(bad).path("errors").findValuesAsString("where"))
                .containsExactlyInAnyOrder("/answer", "/comment", "/revisitOn", "/by");
        assertThat(served.answer(handoff, "k2", "{\"answer\": \"accept\", \"by\": \"x\", \"more\": 1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.answer(handoff, "k2", "{").statusCode()).isEqualTo(400);
    }

    @Test
    void whatDoesNotExistTakesNoAnswer() {
        assertThat(served.answer("p0123456789abcdef-1", "k1", ACCEPT).statusCode())
                .isEqualTo(404);
        assertThat(served.answer(handoff.replaceAll("-1$", "-2"), "k1", ACCEPT).statusCode())
                .isEqualTo(404);
        assertThat(served.get("/api/v1/receipts/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        String large = "{\"answer\": \"accept\", \"by\": \"" + "x".repeat(70_000) + "\"}";
        assertThat(served.answer(handoff, "k1", large).statusCode()).isEqualTo(413);
    }
}
