package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.hubspot.CardApp;
import io.leadloop.fixtures.hubspot.CardProxy;
import io.leadloop.fixtures.hubspot.CardReply;
import io.leadloop.fixtures.hubspot.CardRequest;
import io.leadloop.fixtures.hubspot.HubSpotOwner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rep who works in HubSpot, from the card's fetch to the reason in both systems. */
class CardTest {

    private static final HubSpotOwner JONAS =
            new HubSpotOwner("70000002", 8_000_002L, "jonas.brandt@sales.example", "Jonas", "Brandt");
    private static final HubSpotOwner MARA =
            new HubSpotOwner("70000001", 8_000_001L, "mara.keller@marketing.example", "Mara", "Keller");
    private static final String UNDO = "{\"requestId\":\"%s\",\"answer\":\"undo\"}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private String contact = "";

    @BeforeEach
    void start() {
        served = new Served(folder, Served.CARD);
        contact = served.contact(DANA).getOrDefault("hs_object_id", "");
        served.clock.advance(Duration.ofHours(1));
        served.serving.next();
    }

    @AfterEach
    void end() {
        served.close();
    }

    @ParameterizedTest(name = "address signed decoded: {0}")
    @ValueSource(booleans = {true, false})
    void aPressBecomesAReasonInBothSystemsOnce(boolean decodes) {
        CardProxy hubSpot = proxy(9_000_001L, 7_000_001L, Served.APP_SECRET, decodes, InstantSource.system());
        JsonNode card = read(hubSpot.fetch(JONAS, CardRequest.get(cardAddress(""))));
        assertThat(card.path("standing").asString()).isEqualTo("pending");
        String body = rejection("press-1", "F-ENGAGE", "one e-book");

        JsonNode first = read(hubSpot.fetch(JONAS, answer(card, body)));
        JsonNode again = read(hubSpot.fetch(JONAS, answer(card, body)));
        served.serving.next();

        assertThat(first.path("ok").asBoolean()).isTrue();
        assertThat(first.path("card").path("answer").path("receipt").asString())
                .startsWith("You said: Too little activity. We did: nurture 30 days until");
        assertThat(again.path("receipt")).isEqualTo(first.path("receipt"));
        assertThat(again.path("card").path("standing").asString()).isEqualTo("answered");
        assertThat(served.json("/api/v1/handoffs/" + card.path("handoff").asString())
                        .path("answers"))
                .hasSize(1);
        assertThat(served.lead(DANA).orElseThrow())
                .containsEntry("LeadLoop_Reason__c", "F-ENGAGE")
                .containsEntry("LeadLoop_Comment__c", "one e-book");
        assertThat(served.contact(DANA)).containsEntry("leadloop_reason_code", "F-ENGAGE");
        assertThat(written("leadloop_reason_code", "F-ENGAGE")).isEqualTo(1);
        assertThat(served.simulators.salesforce().simulator().records("LeadLoop_Handoff__c"))
                .filteredOn(row -> "F-ENGAGE".equals(row.get("LeadLoop_Reason__c")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("LeadLoop_Answered_By__c", "Jonas Brandt"));
        JsonNode later = read(hubSpot.fetch(
                JONAS,
                CardRequest.get(cardAddress("?receipt=" + first.path("receipt").asString()))));
        assertThat(later.path("written").asString()).isEqualTo("written");
    }

    @Test
    void theCardSaysWhyWhatHappenedAndWhichReasonIsLikely() {
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(cardAddress(""))));

        assertThat(card.path("definition").asString()).isEqualTo("mql v7");
        assertThat(card.path("evidence").findValuesAsString("id")).contains("size", "role", "pages");
        assertThat(card.path("timeline").isEmpty()).isFalse();
        assertThat(card.path("answerBy").asString()).isNotEmpty();
        assertThat(card.path("reasons").findValuesAsString("code"))
                .hasSize(13)
                .endsWith("S-NOREASON")
                .doesNotContain("S-EXPIRED", "N-BUDGET");
        assertThat(card.path("suggested")
                        .valueStream()
                        .filter(each -> each.path("phase").asString().equals("BEFORE")))
                .hasSize(3);
    }

    @Test
    void acceptingIsOnePress() {
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(cardAddress(""))));
        JsonNode taken = read(hubSpot().fetch(JONAS, answer(card, "{\"requestId\":\"a\",\"answer\":\"accept\"}")));
        served.serving.next();

        assertThat(taken.path("card").path("standing").asString()).isEqualTo("accepted");
        assertThat(taken.path("card").path("phase").asString()).isEqualTo("AFTER");
        assertThat(served.lead(DANA).orElseThrow()).containsEntry("Status", "Working");
        assertThat(served.contact(DANA)).containsEntry("leadloop_state", "accepted");
    }

    @Test
    void whoeverAnsweredMayTakeItBackAndNobodyElse() {
        String back = "{\"requestId\":\"%s\",\"answer\":\"correct\",\"to\":\"accept\"}";
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(cardAddress(""))));
        JsonNode taken = read(hubSpot().fetch(JONAS, answer(card, rejection("a", "F-SIZE", ""))));
        JsonNode ofOther = read(hubSpot().fetch(MARA, CardRequest.get(cardAddress(""))));
        JsonNode refused = read(hubSpot().fetch(MARA, answer(card, back.formatted("b"))));
        JsonNode corrected = read(hubSpot().fetch(JONAS, answer(card, back.formatted("c"))));
        served.serving.next();

        assertThat(taken.path("card").path("answer").has("changeUntil")).isTrue();
        assertThat(ofOther.path("answer").has("changeUntil")).isFalse();
        assertThat(refused.path("ok").asBoolean(true)).isFalse();
        assertThat(refused.path("code").asString()).isEqualTo("handoff-closed");
        assertThat(refused.path("card").path("standing").asString()).isEqualTo("answered");
        assertThat(corrected.path("ok").asBoolean()).isTrue();
        assertThat(served.contact(DANA)).containsEntry("leadloop_state", "accepted");
        assertThat(served.contact(DANA).get("leadloop_reason_code")).isNullOrEmpty();
    }

    @Test
    void undoLeavesNoTraceOfAnAnswerInBothSystems() {
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(cardAddress(""))));
        JsonNode taken = read(hubSpot().fetch(JONAS, answer(card, rejection("a", "F-SIZE", "too small"))));
        served.serving.next();
        assertThat(served.contact(DANA)).containsEntry("leadloop_reason_code", "F-SIZE");
        assertThat(taken.path("card").path("answer").path("undoable").asBoolean())
                .isTrue();

        JsonNode ofOther = read(hubSpot().fetch(MARA, answer(card, UNDO.formatted("b"))));
        JsonNode undone = read(hubSpot().fetch(JONAS, answer(card, UNDO.formatted("c"))));
        JsonNode again = read(hubSpot().fetch(JONAS, answer(card, UNDO.formatted("c"))));
        JsonNode nothing = read(hubSpot().fetch(JONAS, answer(card, UNDO.formatted("d"))));
        served.serving.next();

        assertThat(ofOther.path("code").asString()).isEqualTo("handoff-closed");
        assertThat(undone.path("card").path("standing").asString()).isEqualTo("pending");
        assertThat(again.path("receipt")).isEqualTo(undone.path("receipt"));
        assertThat(nothing.path("ok").asBoolean(true)).isFalse();
        assertThat(served.contact(DANA)).containsEntry("leadloop_state", "handed_off");
        assertThat(served.contact(DANA).get("leadloop_reason_code")).isNullOrEmpty();
        assertThat(served.lead(DANA).orElseThrow())
                .containsEntry("Status", "Open - Not Contacted")
                .containsEntry("LeadLoop_Reason__c", "")
                .containsEntry("LeadLoop_Comment__c", "")
                .containsEntry("LeadLoop_Receipt__c", "");
        JsonNode accepted = read(hubSpot().fetch(JONAS, answer(card, "{\"requestId\":\"e\",\"answer\":\"accept\"}")));
        JsonNode back = read(hubSpot().fetch(JONAS, answer(card, UNDO.formatted("f"))));
        assertThat(accepted.path("card").path("standing").asString()).isEqualTo("accepted");
        assertThat(back.path("card").path("standing").asString()).isEqualTo("pending");
    }

    @Test
    void aVoteOnContentIsAFinishedTaskAndTheFirstOneCounts() {
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(cardAddress(""))));
        String title = card.path("content").path(0).path("title").asString();
        assertThat(title).startsWith("E-book: ");

        JsonNode voted = read(hubSpot().fetch(JONAS, answer(card, vote("a", title, true))));
        JsonNode again = read(hubSpot().fetch(JONAS, answer(card, vote("a", title, true))));
        JsonNode later = read(hubSpot().fetch(MARA, answer(card, vote("b", title, false))));
        served.serving.next();
        served.serving.next();

        assertThat(voted.path("card").path("content").path(0).path("vote").asString())
                .isEqualTo("helped");
        assertThat(voted.path("card").path("standing").asString()).isEqualTo("pending");
        assertThat(again.path("receipt")).isEqualTo(voted.path("receipt"));
        assertThat(later.path("card").path("content").path(0).path("vote").asString())
                .isEqualTo("helped");
        assertThat(served.simulators.salesforce().simulator().records("Task"))
                .filteredOn(task -> task.getOrDefault("Subject", "").startsWith("Content "))
                .singleElement()
                .satisfies(task -> assertThat(task)
                        .containsEntry("Status", "Completed")
                        .containsEntry("WhoId", served.lead(DANA).orElseThrow().get("Id"))
                        .hasEntrySatisfying(
                                "Subject",
                                subject -> assertThat(subject)
                                        .startsWith("Content helped: " + title + " (Jonas Brandt)")));
        assertThat(code(card, vote("c", "Something else", true))).isEqualTo("handoff-closed");
        assertThat(code(card, "{\"requestId\":\"d\",\"answer\":\"vote\",\"helped\":\"yes\"}"))
                .isEqualTo("bad-request");
        assertThat(code(card, "{\"requestId\":\"e\",\"answer\":\"vote\",\"reason\":\"F-SIZE\"}"))
                .isEqualTo("bad-request");
    }

    @Test
    void whatARepCanPutRightComesAs200InWords() {
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(cardAddress(""))));

        assertThat(code(card, rejection("1", "C-UNREACH", ""))).isEqualTo("answer-illegal");
        assertThat(code(card, rejection("2", "S-NOREASON", ""))).isEqualTo("answer-illegal");
        assertThat(code(card, rejection("3", "F-SIZE", "x".repeat(4_001)))).isEqualTo("bad-request");
        assertThat(code(card, "{\"answer\":\"accept\"}")).isEqualTo("idempotency-key-missing");
        assertThat(code(card, "{\"requestId\":\"4\",\"answer\":\"accept\",\"by\":\"somebody else\"}"))
                .isEqualTo("bad-request");
        assertThat(served.json("/api/v1/handoffs/" + card.path("handoff").asString())
                        .path("answers"))
                .isEmpty();
    }

    @Test
    void aContactThatNobodyHandedOverHasNothingToAnswer() {
        JsonNode card = read(hubSpot().fetch(JONAS, CardRequest.get(Served.PUBLIC + "/api/v1/cards/hubspot/999")));

        assertThat(card.path("standing").asString()).isEqualTo("none");
        assertThat(card.has("handoff")).isFalse();
    }

    @Test
    void aWrongSignatureAnOldOneOrAnotherAccountIsRefusedAndTheCardLearnsThatItWas() {
        assertRefused(proxy(9_000_001L, 7_000_001L, "another-secret", false, InstantSource.system()), 401);
        assertRefused(
                proxy(
                        9_000_001L,
                        7_000_001L,
                        Served.APP_SECRET,
                        false,
                        () -> Instant.now().minus(Duration.ofMinutes(6))),
                401);
        assertRefused(proxy(9_000_002L, 7_000_001L, Served.APP_SECRET, false, InstantSource.system()), 403);
        assertRefused(proxy(9_000_001L, 7_000_002L, Served.APP_SECRET, false, InstantSource.system()), 403);
    }

    @Test
    void whyItIsRefusedIsSaidInWords() {
        String asked =
                "/api/v1/cards/hubspot/" + contact + "?userId=1&portalId=%s&userEmail=a%%40b.example&appId=7000001%s";
        Instant now = Instant.now();

        assertThat(problem("POST-secret", asked.formatted("9000001", ""), now)).isEqualTo("signature");
        assertThat(problem(Served.APP_SECRET, asked.formatted("9000001", ""), now.minus(Duration.ofMinutes(6))))
                .isEqualTo("signature-old");
        assertThat(problem(Served.APP_SECRET, asked.formatted("9000001", ""), now.plus(Duration.ofMinutes(6))))
                .isEqualTo("signature-old");
        assertThat(problem(Served.APP_SECRET, asked.formatted("9000002", ""), now))
                .isEqualTo("other-account");
        assertThat(problem(Served.APP_SECRET, asked.formatted("9000001", "&portalId=9000001"), now))
                .isEqualTo("other-account");
        assertThat(problem(Served.APP_SECRET, asked.formatted("9000001", "&userId=2"), now))
                .isEqualTo("nobody-named");
        assertThat(problem(Served.APP_SECRET, asked.formatted("9000001", ""), now))
                .isEmpty();
    }

    @Test
    void aKeyBesideASignatureOpensNothingMore() {
        String asked = "/api/v1/handoffs?userId=8000001&portalId=9000001&appId=7000001";
        String key = served.keys()
                .create("beside", io.leadloop.app.keys.KeyRole.ADMIN)
                .text();

        assertThat(served.send(served.signed("GET", asked, "", Served.APP_SECRET, Instant.now())
                                .header("Authorization", "Bearer " + key))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherHeaderOrAddressIsRefusedByHubSpotItself() {
        CardRequest header = new CardRequest("GET", cardAddress(""), "", Map.of("Idempotency-Key", "k"));

        assertThat(hubSpot().fetch(JONAS, header).status()).isEqualTo(400);
        assertThat(hubSpot()
                        .fetch(JONAS, CardRequest.get("https://other.example/x"))
                        .status())
                .isEqualTo(403);
    }

    private void assertRefused(CardProxy hubSpot, int status) {
        CardReply reply = hubSpot.fetch(JONAS, CardRequest.get(cardAddress("")));
        assertThat(reply.status()).isEqualTo(502);
        assertThat(JSON.readTree(reply.body()).path("appServerStatusCode").asInt())
                .isEqualTo(status);
    }

    private String problem(String secret, String asked, Instant at) {
        return Served.read(served.send(served.signed("GET", asked, "", secret, at)))
                .path("code")
                .asString("");
    }

    private String code(JsonNode card, String body) {
        JsonNode reply = read(hubSpot().fetch(JONAS, answer(card, body)));
        assertThat(reply.path("ok").asBoolean(true)).as(body).isFalse();
        assertThat(reply.path("message").asString()).isNotBlank();
        return reply.path("code").asString();
    }

    /** How often a property of the contact was set to this value through the API. */
    private long written(String property, String value) {
        return served.simulators.hubSpotJournal().apiWrites().stream()
                .filter(entry -> entry.id().equals(contact)
                        && value.equals(entry.fields().get(property)))
                .count();
    }

    private CardProxy hubSpot() {
        return proxy(9_000_001L, 7_000_001L, Served.APP_SECRET, false, InstantSource.system());
    }

    private CardProxy proxy(long portal, long app, String secret, boolean decodes, InstantSource time) {
        return new CardProxy(
                new CardApp(portal, app, secret, Map.of(Served.PUBLIC, URI.create(served.url())), decodes), time);
    }

    private String cardAddress(String query) {
        return Served.PUBLIC + "/api/v1/cards/hubspot/" + contact + query;
    }

    private static CardRequest answer(JsonNode card, String body) {
        return CardRequest.post(
                Served.PUBLIC + "/api/v1/handoffs/" + card.path("handoff").asString() + "/answers", body);
    }

    private static String rejection(String requestId, String reason, String comment) {
        return JSON.writeValueAsString(
                Map.of("requestId", requestId, "answer", "reject", "reason", reason, "comment", comment));
    }

    private static String vote(String requestId, String title, boolean helped) {
        return JSON.writeValueAsString(
                Map.of("requestId", requestId, "answer", "vote", "content", title, "helped", helped));
    }

    private static JsonNode read(CardReply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }
}
