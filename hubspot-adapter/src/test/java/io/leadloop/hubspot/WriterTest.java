package io.leadloop.hubspot;

import static io.leadloop.hubspot.ScriptedPortal.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriterTest {

    private static final ObjectType CONTACT = new ObjectType("contact");

    @Test
    void aPartialAnswerIsMatchedByTraceIdNotByOrder() {
        try (ScriptedPortal portal = new ScriptedPortal(asked -> json(207, """
                        {'status':'COMPLETE','results':[
                         {'id':'12','objectWriteTraceId':'r2','properties':{'lastmodifieddate':'2026-11-20T10:00:00Z'}},
                         {'id':'10','objectWriteTraceId':'r0','properties':{'lastmodifieddate':'2026-11-20T10:00:00Z'}}],
                         'numErrors':1,'errors':[{'status':'error','category':'VALIDATION_ERROR',
                          'message':'Property values were not valid: [{\\'isValid\\':false,\\'message\\':\\'NOPE was not one of the allowed options\\',\\'error\\':\\'INVALID_OPTION\\',\\'name\\':\\'hs_lead_status\\'}]',
                          'context':{'objectWriteTraceId':['r1']}}]}
                        """.replace("\\'", "\\\"")));
                HubSpotAdapter adapter = portal.adapter()) {
            List<WriteOutcome> outcomes =
                    adapter.writer().write(List.of(update("10", "A"), update("11", "NOPE"), update("12", "C")));

            assertThat(outcomes.get(0))
                    .isInstanceOfSatisfying(
                            WriteOutcome.Applied.class,
                            applied -> assertThat(applied.ref().id()).isEqualTo("10"));
            assertThat(outcomes.get(1)).isInstanceOfSatisfying(WriteOutcome.Rejected.class, rejected -> {
                assertThat(rejected.failure().kind()).isEqualTo(FailureKind.INVALID);
                assertThat(rejected.failure().code()).isEqualTo("INVALID_OPTION");
                assertThat(rejected.failure().detail())
                        .contains("hs_lead_status")
                        .doesNotContain("NOPE");
            });
            assertThat(outcomes.get(2))
                    .isInstanceOfSatisfying(
                            WriteOutcome.Applied.class,
                            applied -> assertThat(applied.ref().id()).isEqualTo("12"));
        }
    }

    @Test
    void aBatchRefusedAsAWholeIsHalvedUntilTheBadRowStandsAlone() {
        try (ScriptedPortal portal = new ScriptedPortal(asked -> asked.body().contains("NOPE")
                        ? json(
                                400,
                                "{'status':'error','category':'VALIDATION_ERROR','errors':[{'code':'INVALID_OPTION'}]}")
                        : json(200, echo(asked.body())));
                HubSpotAdapter adapter = portal.adapter()) {
            List<WriteOutcome> outcomes = adapter.writer()
                    .write(List.of(update("1", "A"), update("2", "B"), update("3", "NOPE"), update("4", "D")));

            assertThat(outcomes)
                    .extracting(outcome -> outcome instanceof WriteOutcome.Applied)
                    .containsExactly(true, true, false, true);
            assertThat(portal.asked()).hasSize(5);
        }
    }

    @Test
    void aLimitIsThrownWithTheWindowOfItsPolicy() {
        try (ScriptedPortal portal = new ScriptedPortal(asked ->
                        json(429, "{'status':'error','errorType':'RATE_LIMIT','policyName':'TEN_SECONDLY_ROLLING'}"));
                HubSpotAdapter adapter = portal.adapter()) {
            assertThatThrownBy(() -> adapter.writer().write(List.of(update("1", "A"))))
                    .isInstanceOfSatisfying(CallFailed.class, failed -> {
                        assertThat(failed.failure().kind()).isEqualTo(FailureKind.THROTTLED);
                        assertThat(failed.failure().retryAfter()).contains(Duration.ofSeconds(10));
                    });
        }
    }

    @Test
    void aGatewaysPageAfterAWriteIsAnUnknownOutcome() {
        try (ScriptedPortal portal =
                        new ScriptedPortal(asked -> new Reply(502, Map.of("Content-Type", "text/html"), "<html>"));
                HubSpotAdapter adapter = portal.adapter()) {
            assertThat(adapter.writer().write(List.of(update("1", "A"))))
                    .singleElement()
                    .isInstanceOf(WriteOutcome.Unknown.class);
        }
    }

    @Test
    void aVendorThatCannotBeReachedHasAppliedNothing() {
        ScriptedPortal portal = new ScriptedPortal(asked -> json(200, "{}"));
        HubSpotConfig config = portal.config();
        portal.close();
        try (HubSpotAdapter adapter = ScriptedPortal.adapter(config)) {
            assertThatThrownBy(() -> adapter.writer().write(List.of(update("1", "A"))))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.TRANSIENT));
        }
    }

    @Test
    void anotherPortalThanExpectedIsRefusedBeforeTheFirstWrite() {
        try (ScriptedPortal portal = new ScriptedPortal(asked -> json(200, "{'portalId':9000002}"));
                HubSpotAdapter adapter = ScriptedPortal.adapter(portal.config().withExpectedPortal(9000001))) {
            assertThatThrownBy(() -> adapter.writer().write(List.of(update("1", "A"))))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.MISCONFIGURED));
            assertThat(portal.asked()).extracting(ScriptedPortal.Asked::method).containsExactly("GET");
        }
    }

    private static String echo(String body) {
        StringBuilder results = new StringBuilder();
        for (var input : Json.parse(body).path("inputs")) {
            results.append(results.isEmpty() ? "" : ",")
                    .append("{\"id\":\"")
                    .append(Json.text(input, "id"))
                    .append("\",\"objectWriteTraceId\":\"")
                    .append(Json.text(input, "objectWriteTraceId"))
                    .append("\",\"properties\":{}}");
        }
        return "{\"status\":\"COMPLETE\",\"results\":[" + results + "]}";
    }

    private static WriteRequest update(String id, String status) {
        return new WriteRequest.Update(
                new RecordRef(new ConnectionId("marketing"), CONTACT, id),
                Map.of(new FieldName("hs_lead_status"), FieldValue.ofText(status)),
                Optional.empty());
    }
}
