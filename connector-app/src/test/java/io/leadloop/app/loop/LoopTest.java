package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.pipeline.Progress;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aQualifiedContactBecomesALeadWithItsEvidenceAndItsAlert() {
        bench.run();

        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        assertThat(lead)
                .containsEntry("Status", "Open - Not Contacted")
                .containsEntry("LeadLoop_Definition__c", "mql v7")
                .containsEntry("LeadLoop_Answer_By__c", "2026-03-03T08:30:00.000Z");
        assertThat(lead.get("LeadLoop_Evidence__c")).contains("240 employees", "1 content download");
        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_state", "handed_off")
                .containsEntry("leadloop_key", lead.get("LeadLoop_Key__c"))
                .containsEntry("lifecyclestage", "marketingqualifiedlead");
        assertThat(rows(lead))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("LeadLoop_State__c", "handed_off"));
        assertThat(bench.crm().records("Task"))
                .filteredOn(task -> lead.get("Id").equals(task.get("WhoId")))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("OwnerId", lead.get("OwnerId")));
        assertThat(bench.store.parked(10)).isEmpty();
    }

    @Test
    void aSecondRunOverTheSameDataWritesNothing() {
        bench.run();
        int before = apiWrites();

        bench.run();
        bench.run();

        assertThat(apiWrites()).isEqualTo(before);
    }

    @Test
    void planningWritesNothing() {
        bench.pipeline.plan(Progress.UNSEEN);

        assertThat(apiWrites()).isZero();
        assertThat(bench.pipeline.plan(Progress.UNSEEN).creates()).isPositive();
    }

    @Test
    void aRejectionComesBackWithItsReasonAndTheLeadIsRecycled() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep(
                "Lead",
                lead.get("Id"),
                Map.of(
                        "Status", "Closed - Not Converted",
                        "LeadLoop_Reason__c", "F-ENGAGE",
                        "LeadLoop_Comment__c", "one e-book, six weeks ago"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_reason_code", "F-ENGAGE")
                .containsEntry("leadloop_reason_group", "fit")
                .containsEntry("leadloop_comment", "one e-book, six weeks ago")
                .containsEntry("leadloop_state", "nurture")
                .containsEntry("hs_lead_status", "BAD_TIMING")
                .containsEntry("leadloop_decided_at", "2026-03-02T10:00:00Z");
        Map<String, String> after = bench.lead(DANA).orElseThrow();
        assertThat(after).containsEntry("Status", "Nurture").containsEntry("LeadLoop_Reason__c", "F-ENGAGE");
        assertThat(after.get("LeadLoop_Receipt__c")).contains("nurture 30 days");
        assertThat(rows(lead))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("LeadLoop_Reason__c", "F-ENGAGE")
                        .containsEntry("LeadLoop_State__c", "nurture"));
    }

    @Test
    void aReasonAloneIsARejection() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "F-SIZE");
    }

    @Test
    void aRejectionWithoutAReasonCountsAsOne() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("Status", "Junk"));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "S-NOREASON");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("LeadLoop_Reason__c", "");
        bench.run();
        assertThat(bench.crm().records("Task"))
                .filteredOn(task -> task.get("Subject").startsWith("Please choose why"))
                .hasSize(1);
    }

    @Test
    void aReasonInTheHandoffRowIsTheSameAnswer() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("LeadLoop_Handoff__c", rows(lead).get(0).get("Id"), Map.of("LeadLoop_Reason__c", "F-ROLE"));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "F-ROLE");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("LeadLoop_Reason__c", "F-ROLE");
    }

    @Test
    void whatNobodyAnswersExpiresAndIsNurtured() {
        bench.run();
        bench.clock.advance(Duration.ofDays(3));
        bench.run();

        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_state", "nurture")
                .containsEntry("leadloop_reason_code", "S-EXPIRED");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Status", "Nurture");
    }

    @Test
    void aHandRaiseAfterARejectionOpensASecondCycleAndKeepsTheFirstReason() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("LeadLoop_Reason__c", "F-ENGAGE"));
        bench.run();
        bench.clock.advance(Duration.ofDays(3));
        String now = bench.clock.instant().toString();
        bench.marketing()
                .edit(new UserEdit(
                        "form:Demo",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of(
                                "recent_conversion_event_name",
                                "Demo request: Talk to us",
                                "recent_conversion_date",
                                now),
                        false));
        bench.run();

        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_cycle", "2")
                .containsEntry("leadloop_state", "handed_off")
                .containsEntry("leadloop_previous_reason", "F-ENGAGE");
        assertThat(bench.contact(DANA).getOrDefault("leadloop_reason_code", "")).isEmpty();
        assertThat(bench.lead(DANA).orElseThrow())
                .containsEntry("Status", "Open - Not Contacted")
                .containsEntry("LeadLoop_Reason__c", "")
                .containsEntry("Id", lead.get("Id"));
        assertThat(rows(lead)).hasSize(2);
    }

    @Test
    void anAcceptedLeadThatIsWonIsCreditedToTheCent() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("Status", "Working"));
        bench.run();
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "accepted");
        bench.clock.advance(Duration.ofDays(1));
        Map<String, String> made = bench.crm()
                .act(
                        "convert",
                        "Marco Ruiz",
                        Map.of(
                                "leadId", lead.get("Id"),
                                "createOpportunity", "true",
                                "opportunityName", "Northwind",
                                "amount", "10000.01"));
        bench.run();
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "opportunity");
        bench.clock.advance(Duration.ofDays(5));
        bench.rep("Opportunity", made.get("opportunityId"), Map.of("StageName", "Closed Won"));
        bench.run();

        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_state", "won")
                .containsEntry("lifecyclestage", "customer");
        for (String model : List.of("first", "last", "linear")) {
            assertThat(bench.crm().records("LeadLoop_Credit__c"))
                    .filteredOn(credit -> model.equals(credit.get("LeadLoop_Model__c")))
                    .isNotEmpty();
            assertThat(credited(model)).isEqualByComparingTo("10000.01");
        }
        assertThat(new BigDecimal(bench.contact(DANA).get("leadloop_credit_amount")))
                .isEqualByComparingTo("10000.01");
        assertThat(person().facets().keySet()).anyMatch(ref -> ref.id().equals(made.get("contactId")));
    }

    @Test
    void aLeadThatIsDeletedIsARejectionWithoutAReasonAndIsNotMadeAgain() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.crm().act("delete", "Marco Ruiz", Map.of("id", lead.get("Id")));
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "S-NOREASON");
        assertThat(bench.lead(DANA)).isEmpty();
        assertThat(rows(lead))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("LeadLoop_Reason__c", "S-NOREASON"));
    }

    @Test
    void aLostReplyToACreateMakesNoSecondLead() {
        bench.faults(List.of(Fault.once("reset-after", "create", Map.of("writes", "true"))));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(5));
        bench.run();

        assertThat(bench.crm().records("Lead"))
                .extracting(lead -> lead.get("Email"))
                .doesNotHaveDuplicates();
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Status", "Open - Not Contacted");
        assertThat(person().journey().state()).isEqualTo(LifecycleState.HANDED_OFF);
    }

    @Test
    void aTitleThatARepChangesReachesHubSpotAndTheLoserIsKept() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("jobtitle", "Director of Operations"),
                        false));
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("Title", "Chief Operating Officer"));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("jobtitle", "Chief Operating Officer");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Title", "Chief Operating Officer");
        assertThat(person().losses()).anyMatch(loss -> loss.value().text().equals("Director of Operations"));
    }

    @Test
    void aLostValueIsBroughtBackAsANewChange() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("jobtitle", "Director of Operations"),
                        false));
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("Title", "Chief Operating Officer"));
        bench.run();
        String lost = person().losses().stream()
                .filter(loss -> loss.value().text().equals("Director of Operations"))
                .findFirst()
                .orElseThrow()
                .id();

        bench.clock.advance(Duration.ofHours(1));
        assertThat(bench.orders().restore(lost)).contains(person().id());
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("jobtitle", "Director of Operations");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Title", "Director of Operations");
        assertThat(person().losses()).anyMatch(loss -> loss.value().text().equals("Chief Operating Officer"));
    }

    @Test
    void aFirstSightDifferenceThatIsDecidedIsWritten() {
        bench.crm()
                .edit(new UserEdit(
                        "Marco Ruiz",
                        "Lead",
                        Optional.empty(),
                        Map.of("LastName", "Whitfield", "Company", "Northwind Ltd", "Email", DANA, "Title", "Boss"),
                        false));
        bench.run();
        ReviewItem question = bench.store.open().stream()
                .filter(item -> item.field().equals("jobTitle"))
                .findFirst()
                .orElseThrow();

        bench.clock.advance(Duration.ofHours(1));
        bench.orders().decide(question.id(), "crm");
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("jobtitle", "Boss");
        assertThat(bench.store.open()).noneMatch(item -> item.id().equals(question.id()));
    }

    @Test
    void anOptOutInHubSpotReachesSalesforceAndEndsTheLoop() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing().act("unsubscribe", "Dana", Map.of("email", DANA));
        bench.run();

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("HasOptedOutOfEmail", "true");
        assertThat(person().journey().state()).isEqualTo(LifecycleState.SUPPRESSED);
    }

    @Test
    void aLeadWhoAskedNotToBeContactedIsOptedOutInBothSystems() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("LeadLoop_Reason__c", "X-OPTOUT"));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("hs_email_optout", "true");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("HasOptedOutOfEmail", "true");
        assertThat(person().journey().state()).isEqualTo(LifecycleState.SUPPRESSED);
    }

    @Test
    void anOptOutHoldsForWhoGetsANewAddressBeforeItIsRead() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing().act("unsubscribe", "Dana", Map.of("email", DANA));
        bench.clock.advance(Duration.ofSeconds(5));
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("email", "dana@elsewhere.example"),
                        false));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(bench.lead("dana@elsewhere.example").orElseThrow()).containsEntry("HasOptedOutOfEmail", "true");
        assertThat(bench.contact("dana@elsewhere.example")).containsEntry("hs_email_optout", "true");
    }

    @Test
    void anOptOutInSalesforceReachesHubSpot() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("HasOptedOutOfEmail", "true"));
        bench.run();
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("hs_email_optout", "true");
    }

    @Test
    void anExistingLeadWithTheSameAddressIsLinkedAndItsDifferencesAreKeptAndListed() {
        bench.crm()
                .edit(new UserEdit(
                        "Marco Ruiz",
                        "Lead",
                        Optional.empty(),
                        Map.of(
                                "LastName", "Whitfield",
                                "Company", "Northwind Ltd",
                                "Email", DANA,
                                "Title", "Boss"),
                        false));
        bench.run();

        assertThat(bench.crm().records("Lead"))
                .filteredOn(lead -> DANA.equals(lead.get("Email")))
                .singleElement()
                .satisfies(lead -> assertThat(lead)
                        .containsEntry("Title", "Boss")
                        .containsEntry("Company", "Northwind Ltd")
                        .containsEntry("LeadLoop_Cycle__c", "1.0"));
        assertThat(bench.contact(DANA)).doesNotContainEntry("jobtitle", "Boss");
        assertThat(bench.store.open())
                .anyMatch(item -> item.kind() == ReviewItem.Kind.FIRST_SIGHT
                        && item.field().equals("jobTitle"));
        assertThat(person().losses())
                .as("what one day may be written over can be brought back")
                .anyMatch(loss ->
                        loss.field().equals("jobTitle") && loss.value().text().equals("Operations Manager"));
    }

    @Test
    void twoContactsThatAreMergedBecomeOnePerson() {
        bench.run();
        Map<String, String> dana = bench.contact(DANA);
        Map<String, String> other = bench.marketing().records("contact").stream()
                .filter(contact -> !DANA.equals(contact.get("email")))
                .filter(contact -> contact.getOrDefault("leadloop_state", "").isEmpty())
                .findFirst()
                .orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing()
                .act(
                        "merge",
                        "Mia Marketer",
                        Map.of("primary", dana.get("hs_object_id"), "other", other.get("hs_object_id")));
        bench.run();
        bench.run();

        assertThat(person().facets().values())
                .filteredOn(facet -> facet.ref().connection().equals(Bench.MARKETING) && facet.isInUse())
                .hasSize(1);
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "handed_off");
        assertThat(person().value("email").text()).isEqualTo(DANA);
        assertThat(person().value("emails").text().split(";")).contains(DANA, other.get("email"));
    }

    private BigDecimal credited(String model) {
        return bench.crm().records("LeadLoop_Credit__c").stream()
                .filter(credit -> model.equals(credit.get("LeadLoop_Model__c")))
                .map(credit -> new BigDecimal(credit.get("LeadLoop_Amount__c")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private AggregateState person() {
        return bench
                .store
                .load(bench.store.find(Kind.PERSON, "email", List.of(DANA)).get(DANA))
                .values()
                .stream()
                .filter(state -> state.mergedInto().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, String>> rows(Map<String, String> lead) {
        return bench.crm().records("LeadLoop_Handoff__c").stream()
                .filter(row -> lead.get("Id").equals(row.get("LeadLoop_Lead__c")))
                .toList();
    }

    private int apiWrites() {
        return bench.simulators.hubSpotJournal().apiWrites().size()
                + bench.simulators.salesforceJournal().apiWrites().size();
    }
}
