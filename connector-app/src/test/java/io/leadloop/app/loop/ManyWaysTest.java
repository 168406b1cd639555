package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.seed.Expected;
import io.leadloop.fixtures.seed.People;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.seed.SeededCompany;
import io.leadloop.fixtures.seed.SeededContact;
import io.leadloop.fixtures.simulator.Journal;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.pipeline.Progress;
import io.leadloop.reconcile.Reconcile;
import io.leadloop.review.ReviewItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways of a person that cross: deleted and back, merged on the way, out of date and converted. Found by the chaos run. */
class ManyWaysTest {

    private static final String DANA = "dana.whitfield@northwind.example";
    private static final String MARA = "Mara Keller";

    private final Bench bench = new Bench(20, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aPersonWhoseLeadWasDeletedGetsANewOneWithANewCycle() {
        bench.run();
        Map<String, String> first = bench.lead(DANA).orElseThrow();
        later(1);
        bench.crm().act("delete", "Marco Ruiz", Map.of("id", first.get("Id")));
        bench.run();
        later(72);
        handRaise(DANA);
        bench.run();
        bench.run();

        Map<String, String> second = bench.lead(DANA).orElseThrow();
        assertThat(second.get("Id")).isNotEqualTo(first.get("Id"));
        assertThat(second)
                .containsEntry("Status", "Open - Not Contacted")
                .containsEntry("LeadLoop_Key__c", first.get("LeadLoop_Key__c"))
                .containsEntry("LeadLoop_Cycle__c", "2.0");
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "handed_off");
        assertThat(bench.store.allOpen()).isEmpty();
    }

    @Test
    void aReasonIsInHubSpotBeforeTheNextCycleBegins() {
        bench.run();
        later(1);
        bench.rep("Lead", bench.lead(DANA).orElseThrow().get("Id"), Map.of("LeadLoop_Reason__c", "F-ENGAGE"));
        later(1);
        handRaise(DANA);
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_cycle", "2");
        assertThat(bench.simulators.hubSpotJournal().apiWrites())
                .filteredOn(write ->
                        write.fields().getOrDefault("leadloop_reason_code", "").equals("F-ENGAGE"))
                .singleElement()
                .satisfies(write -> assertThat(write.id()).isEqualTo(id(bench.contact(DANA))));
    }

    @Test
    void whoHasOptedOutStaysSoWhenTheContactIsMergedIntoAnother() {
        bench.run();
        String other = anotherLead();
        later(1);
        bench.marketing().act("unsubscribe", "form:Preferences", Map.of("email", other));
        bench.run();
        later(1);
        merge(DANA, other);
        bench.run();
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("hs_email_optout", "true");
        assertThat(bench.crm().records("Lead"))
                .filteredOn(lead -> List.of(DANA, other).contains(lead.get("Email")))
                .filteredOn(lead -> lead.get("Email").equals(DANA))
                .allSatisfy(lead -> assertThat(lead).containsEntry("HasOptedOutOfEmail", "true"));
    }

    @Test
    void oneInTheMiddleOfTheHandoffIsMergedWithOneWhomSalesHas() {
        bench.run();
        String newcomer = unseen();
        later(1);
        handRaise(newcomer);
        bench.pipeline.plan(Progress.UNSEEN);
        later(1);
        merge(DANA, newcomer);
        bench.run();
        later(1);
        bench.run();

        assertThat(bench.store.allOpen()).isEmpty();
        assertThat(created("LeadLoop_Handoff__c")).doesNotHaveDuplicates();
        assertThat(new Reconcile(bench.setup(), bench.store)
                        .run(Progress.UNSEEN)
                        .unexplained())
                .isEmpty();
    }

    @Test
    void contactsThatWereMergedIntoOneThatIsDeletedBeforeItWasReadAreGone() {
        bench.run();
        List<String> two = bench.marketing().records("contact").stream()
                .map(contact -> contact.getOrDefault("email", ""))
                .filter(email -> bench.lead(email).isEmpty())
                .limit(2)
                .toList();
        later(1);
        merge(two.get(0), two.get(1));
        bench.marketing().act("delete", MARA, Map.of("id", id(bench.contact(two.get(0)))));
        later(1);
        bench.run();
        bench.run();

        assertThat(new Reconcile(bench.setup(), bench.store)
                        .run(Progress.UNSEEN)
                        .unexplained())
                .isEmpty();
    }

    @Test
    void whatBothSidesKeptIsAskedAboutInTheContactThatTheOtherWasMergedInto() {
        bench.crm()
                .edit(new UserEdit(
                        "Marco Ruiz",
                        "Lead",
                        Optional.empty(),
                        Map.of("LastName", "Typed", "Company", "Typed in", "Email", DANA),
                        false));
        bench.run();
        String other = bench.marketing().records("contact").stream()
                .map(contact -> contact.getOrDefault("email", ""))
                .filter(email -> bench.lead(email).isEmpty())
                .findFirst()
                .orElseThrow();
        later(1);
        merge(DANA, other);
        bench.run();
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("lastname", "Whitfield");
        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("LastName", "Typed");
        assertThat(bench.store.open())
                .filteredOn(item -> item.field().equals("lastName"))
                .flatExtracting(ReviewItem::records)
                .extracting(RecordRef::id)
                .contains(id(bench.contact(DANA)));
    }

    @Test
    void twoWhomSalesHasAreMergedAndTheLoopGoesOn() {
        bench.run();
        String other = anotherLead();
        String lead = bench.lead(other).orElseThrow().get("Id");
        later(1);
        merge(other, DANA);
        bench.run();
        later(1);
        bench.rep("Lead", lead, Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.run();
        later(72);
        handRaise(other);
        bench.run();
        bench.run();

        assertThat(bench.store.allOpen()).isEmpty();
        assertThat(created("LeadLoop_Handoff__c")).doesNotHaveDuplicates();
        assertThat(created("Task")).doesNotHaveDuplicates();
        assertThat(new Reconcile(bench.setup(), bench.store)
                        .run(Progress.UNSEEN)
                        .unexplained())
                .isEmpty();
    }

    @Test
    void whatAConvertedContactShowsForTheFirstTimeIsNoChangeOfItsOwn() {
        bench.run();
        later(1);
        bench.rep("Lead", bench.lead(DANA).orElseThrow().get("Id"), Map.of("Status", "Working"));
        bench.run();
        later(1);
        bench.crm()
                .act(
                        "convert",
                        "Marco Ruiz",
                        Map.of("leadId", bench.lead(DANA).orElseThrow().get("Id")));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(10));
        bench.marketing()
                .edit(new UserEdit(
                        MARA, "contact", Optional.of(id(bench.contact(DANA))), Map.of("lastname", "Whit"), false));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("lastname", "Whit");
        assertThat(bench.crm().records("Contact"))
                .filteredOn(contact -> DANA.equals(contact.get("Email")))
                .singleElement()
                .satisfies(contact -> assertThat(contact).containsEntry("LastName", "Whit"));
    }

    private void later(int hours) {
        bench.clock.advance(Duration.ofHours(hours));
    }

    private void handRaise(String email) {
        bench.marketing()
                .edit(new UserEdit(
                        "form:Demo",
                        "contact",
                        Optional.of(id(bench.contact(email))),
                        Map.of(
                                "recent_conversion_event_name",
                                "Demo request: Talk to us",
                                "recent_conversion_date",
                                bench.clock.instant().toString()),
                        false));
    }

    private void merge(String primary, String other) {
        bench.marketing()
                .act("merge", MARA, Map.of("primary", id(bench.contact(primary)), "other", id(bench.contact(other))));
    }

    private String anotherLead() {
        return bench.crm().records("Lead").stream()
                .map(lead -> lead.getOrDefault("Email", ""))
                .filter(email -> !email.equals(DANA))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody of a large company who decides but has not done enough yet: a demo request makes a lead of them. */
    private static String unseen() {
        People people = SeedData.people(20, 7);
        Set<String> large = people.companies().stream()
                .filter(company -> Integer.parseInt(company.properties().getOrDefault("numberofemployees", "0")) >= 200)
                .map(SeededCompany::domain)
                .collect(Collectors.toSet());
        return people.contacts().stream()
                .filter(contact ->
                        contact.expected() == Expected.FALLS_SHORT && large.contains(contact.companyDomain()))
                .map(SeededContact::properties)
                .filter(contact -> contact.getOrDefault("jobtitle", "").matches("(VP|Chief|Head|Director|.*Manager).*"))
                .map(contact -> contact.getOrDefault("email", ""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> created(String type) {
        return bench.simulators.salesforceJournal().apiWrites().stream()
                .filter(write ->
                        write.operation().equals("create") && write.type().equals(type))
                .map(Journal.Entry::fields)
                .map(fields -> fields.getOrDefault("LeadLoop_Key__c", fields.getOrDefault("Subject", "")))
                .toList();
    }

    private static String id(Map<String, String> contact) {
        return contact.getOrDefault("hs_object_id", "");
    }
}
