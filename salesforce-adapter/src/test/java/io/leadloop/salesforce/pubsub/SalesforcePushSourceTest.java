package io.leadloop.salesforce.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.fixtures.salesforce.org.Org;
import io.leadloop.spi.PushStanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesforcePushSourceTest {

    @Test
    void aRecordThatSomebodyChangesRings() {
        try (PushedOrg pushed = new PushedOrg()) {
            String id = pushed.lead("Brandt");
            pushed.listen("Lead");
            assertThat(pushed.heard.next()).isEqualTo("opened Lead");
            pushed.awaitStreams(1);
            pushed.edit("Lead", id, Map.of("Title", "CTO"));
            assertThat(pushed.heard.next()).isEqualTo("rang crm/Lead/" + id);
            String contact = pushed.edit("Contact", "", Map.of("LastName", "Haas"));
            pushed.edit("Lead", id, Map.of("Title", "CIO"));
            assertThat(pushed.heard.next()).as("%s is not listened to", contact).isEqualTo("rang crm/Lead/" + id);
        }
    }

    @Test
    void theHandOffsOwnRowRings() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.listen("LeadLoop_Handoff__c");
            assertThat(pushed.heard.next()).isEqualTo("opened LeadLoop_Handoff__c");
            pushed.awaitStreams(1);
            String id = pushed.edit("LeadLoop_Handoff__c", "", Map.of("LeadLoop_Cycle__c", "1"));
            assertThat(pushed.heard.next()).isEqualTo("rang crm/LeadLoop_Handoff__c/" + id);
        }
    }

    @Test
    void eachObjectHasItsStreamAndOneThatIsRefusedDoesNotHinderTheOthers() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.act("view-all", Map.of("type", "Contact", "allowed", "false"));
            pushed.listen("Lead", "Contact", "Campaign", "Opportunity");
            assertThat(pushed.heard.next(4))
                    .containsExactlyInAnyOrder(
                            "opened Lead",
                            "opened Opportunity",
                            "closed Contact PUSH_FORBIDDEN",
                            "closed Campaign PUSH_NOT_SELECTED");
            pushed.awaitStreams(2);
            pushed.act("view-all", Map.of("type", "Contact"));
            assertThat(pushed.heard.next()).as("it is tried again").isEqualTo("opened Contact");
        }
    }

    @Test
    void moreThanAHundredChangesAllRing() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.hearing("Lead");
            List<String> wanted = new ArrayList<>();
            for (int i = 0; i < 350; i++) {
                wanted.add("rang crm/Lead/" + pushed.lead("Brandt " + i));
            }
            assertThat(pushed.heard.next(350)).containsExactlyElementsOf(wanted);
        }
    }

    @Test
    void aServiceThatGoesDownIsListenedToAgainOnceItIsUp() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.hearing("Lead");
            pushed.server.interrupt();
            assertThat(pushed.heard.next(2)).containsExactly("closed Lead PUSH_DOWN", "opened Lead");
            pushed.awaitStreams(1);
            pushed.server.close();
            assertThat(pushed.heard.next()).isEqualTo("closed Lead PUSH_DOWN");
            pushed.restartServer();
            assertThat(pushed.heard.next()).as("told once, not at each try").isEqualTo("opened Lead");
            pushed.awaitStreams(1);
            String id = pushed.lead("Brandt");
            assertThat(pushed.heard.next()).isEqualTo("rang crm/Lead/" + id);
        }
    }

    @Test
    void anEndedSessionIsReplacedByANewLoginForAllStreams() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.hearing("Lead", "Contact");
            pushed.expireTokens();
            pushed.lead("Brandt");
            assertThat(pushed.heard.next()).as("what was missed wants a poll").isEqualTo("opened Lead");
            pushed.awaitStreams(2);
            pushed.edit("Contact", "", Map.of("LastName", "Haas"));
            assertThat(pushed.heard.next()).isEqualTo("opened Contact");
            assertThat(pushed.logins()).isEqualTo(2);
            assertThat(pushed.heard.isEmpty()).isTrue();
        }
    }

    @Test
    void aRefusedLoginIsToldAndTriedAgainLater() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.lock(true);
            pushed.listen("Lead");
            assertThat(pushed.heard.next()).isEqualTo("closed Lead invalid_grant");
            pushed.lock(false);
            assertThat(pushed.heard.next()).isEqualTo("opened Lead");
        }
    }

    @Test
    void whatSalesforceCannotNameOverflows() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.hearing("Lead");
            pushed.server.publish("Lead", "GAP_OVERFLOW", List.of());
            assertThat(pushed.heard.next()).isEqualTo("overflowed Lead");
            pushed.server.publish("Lead", "UPDATE", List.of("00Q*"));
            assertThat(pushed.heard.next()).isEqualTo("overflowed Lead");
            pushed.server.publish("Lead", "GAP_UPDATE", List.of("00Q000000000001AAA"));
            assertThat(pushed.heard.next()).isEqualTo("rang crm/Lead/00Q000000000001AAA");
        }
    }

    @Test
    void anEventThatComesTwiceRingsTwiceAndDoesNoHarm() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.hearing("Lead");
            pushed.server.publish("Lead", "UPDATE", List.of("00Q000000000001AAA", "00Q000000000001AAA"));
            pushed.server.publish("Lead", "UPDATE", List.of("00Q000000000001AAA"));
            assertThat(pushed.heard.next(1)).containsExactly("rang crm/Lead/00Q000000000001AAA");
            pushed.server.publish("Lead", "UPDATE", List.of("00Q000000000002AAA"));
            assertThat(pushed.heard.until("rang crm/Lead/00Q000000000002AAA")).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aSilentConnectionIsTakenForDead() {
        try (PushedOrg pushed = new PushedOrg()) {
            Timing impatient = new Timing(
                    Duration.ofMillis(50),
                    Duration.ofMillis(500),
                    Duration.ofMillis(50),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(10));
            pushed.listen(impatient, pushed.heard, "Lead");
            assertThat(pushed.heard.next(3)).containsExactly("opened Lead", "closed Lead PUSH_SILENT", "opened Lead");
        }
    }

    @Test
    void aDaysAllowanceThatIsUsedUpIsToldAndTriedAgain() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.act("delivery-limit", Map.of("events", "0"));
            pushed.hearing("Lead");
            pushed.lead("Brandt");
            assertThat(pushed.heard.next()).isEqualTo("closed Lead PUSH_ALLOWANCE");
            assertThat(pushed.heard.next()).isEqualTo("opened Lead");
        }
    }

    @Test
    void aListenerThatFailsIsToldTheNextThingAllTheSame() {
        try (PushedOrg pushed = new PushedOrg()) {
            Heard failing = new Heard() {
                @Override
                public void rang(List<RecordRef> refs) {
                    super.rang(refs);
                    throw new IllegalStateException("the store is full");
                }
            };
            pushed.listen(PushedOrg.QUICK, failing, "Lead");
            failing.next();
            pushed.awaitStreams(1);
            String one = pushed.lead("One");
            String two = pushed.lead("Two");
            assertThat(failing.next(2)).containsExactly("rang crm/Lead/" + one, "rang crm/Lead/" + two);
        }
    }

    @Test
    void nothingIsToldOnceItIsClosed() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.hearing("Lead");
            pushed.stopListening();
            pushed.awaitStreams(0);
            pushed.lead("Brandt");
            assertThat(pushed.heard.isEmpty()).isTrue();
        }
    }

    @Test
    void itCanBeAskedHowPushStands() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.act("view-all", Map.of("type", "Lead", "allowed", "false"));
            pushed.org.simulator().look(org -> {
                org.capture().delivered(7);
                return true;
            });
            PushStanding standing = pushed.source(PushedOrg.QUICK)
                    .standing(PushedOrg.types("Lead", "Contact", "Campaign", "LeadLoop_Handoff__c"));
            assertThat(standing.refused())
                    .hasSize(2)
                    .extractingByKey(new ObjectType("Lead"))
                    .extracting(Failure::code)
                    .isEqualTo("PUSH_FORBIDDEN");
            assertThat(standing.refused().get(new ObjectType("Campaign")))
                    .extracting(Failure::code)
                    .isEqualTo("PUSH_NOT_SELECTED");
            assertThat(standing.delivered()).hasValueSatisfying(usage -> {
                assertThat(usage.used()).isEqualTo(7);
                assertThat(usage.limit()).isEqualTo(10_000);
            });
        }
    }

    @Test
    void aServiceThatIsDownCannotBeAsked() {
        try (PushedOrg pushed = new PushedOrg()) {
            pushed.server.close();
            assertThatThrownBy(() -> pushed.source(PushedOrg.QUICK).standing(PushedOrg.types("Lead")))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo("PUSH_DOWN"));
            pushed.restartServer();
        }
    }

    @Test
    void noTokenStandsInWhatIsPrinted() {
        try (PushedOrg pushed = new PushedOrg()) {
            SalesforceAccess access = pushed.current();
            assertThat(access.toString()).doesNotContain(access.token());
            assertThat(access.organization()).isEqualTo(pushed.org.simulator().look(Org::organizationId));
        }
    }
}
