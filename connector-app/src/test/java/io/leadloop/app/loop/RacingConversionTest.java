package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.review.ReviewItem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rep converts a lead after the pass has read leads and before it reads deals: the contact is seen first. */
class RacingConversionTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void theContactBelongsToThePersonOnceTheConversionIsReadAndNothingIsLeftToAsk() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        bench.rep("Lead", lead.get("Id"), Map.of("Title", "Chief of Operations"));
        Map<String, String> made = bench.crm()
                .act(
                        "convert",
                        "Marco Ruiz",
                        Map.of("leadId", lead.get("Id"), "status", "Closed - Converted", "amount", "9000"));
        bench.clock.advance(Duration.ofMinutes(1));
        withoutLeads().run(Progress.UNSEEN);
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "opportunity");
        assertThat(bench.store.open()).extracting(ReviewItem::kind).containsExactly(ReviewItem.Kind.FIRST_SIGHT);

        bench.run();
        bench.run();

        assertThat(bench.store.open()).isEmpty();
        assertThat(bench.contact(DANA)).containsEntry("jobtitle", "Chief of Operations");
        assertThat(bench.crm().records("Contact"))
                .filteredOn(contact -> made.get("contactId").equals(contact.get("Id")))
                .singleElement()
                .satisfies(
                        contact -> assertThat(contact).containsEntry("LeadLoop_Key__c", lead.get("LeadLoop_Key__c")));
    }

    @Test
    void aNameThatBothSidesKeptIsStillKeptAndAskedAboutInTheContact() {
        bench.run();
        String email = bench.marketing().records("contact").stream()
                .map(contact -> contact.getOrDefault("email", ""))
                .filter(address -> bench.lead(address).isEmpty())
                .findFirst()
                .orElseThrow();
        String lastName = bench.contact(email).get("lastname");
        bench.crm()
                .edit(new UserEdit(
                        "Marco Ruiz",
                        "Lead",
                        Optional.empty(),
                        Map.of("LastName", "Typed", "Company", "Typed in", "Email", email),
                        false));
        bench.run();
        Map<String, String> lead = bench.lead(email).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        Map<String, String> made = bench.crm()
                .act("convert", "Marco Ruiz", Map.of("leadId", lead.get("Id"), "status", "Closed - Converted"));
        bench.clock.advance(Duration.ofMinutes(1));
        withoutLeads().run(Progress.UNSEEN);
        bench.run();
        bench.run();

        assertThat(bench.crm().records("Contact"))
                .filteredOn(contact -> made.get("contactId").equals(contact.get("Id")))
                .singleElement()
                .satisfies(contact -> assertThat(contact).containsEntry("LastName", "Typed"));
        assertThat(bench.contact(email)).containsEntry("lastname", lastName);
        assertThat(bench.store.open())
                .filteredOn(item -> item.field().equals("lastName"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.records()).extracting(RecordRef::id).containsExactly(made.get("contactId")));
    }

    @Test
    void aTitleThatMarketingClearedAfterTheConversionIsNotBroughtBackByTheContactThatHasTheLeads() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        assertThat(lead.get("Title")).isNotBlank();
        bench.clock.advance(Duration.ofHours(1));
        Map<String, String> made = bench.crm()
                .act("convert", "Marco Ruiz", Map.of("leadId", lead.get("Id"), "status", "Closed - Converted"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.marketing()
                .edit(new UserEdit(
                        "Mara Keller",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("jobtitle", ""),
                        false));
        new Pipeline(Blind.to("Contact", Blind.to("Lead", bench.setup())), bench.store, bench.clock, "test")
                .run(Progress.UNSEEN);
        bench.run();
        bench.run();

        assertThat(bench.contact(DANA).getOrDefault("jobtitle", "")).isEmpty();
        assertThat(bench.crm().records("Contact"))
                .filteredOn(contact -> made.get("contactId").equals(contact.get("Id")))
                .singleElement()
                .satisfies(
                        contact -> assertThat(contact.getOrDefault("Title", "")).isEmpty());
    }

    @Test
    void anAddressThatMarketingTypedAfterTheConversionIsNotTakenBackByTheContactThatIsReadFirst() {
        bench.run();
        Map<String, String> lead = bench.lead(DANA).orElseThrow();
        bench.clock.advance(Duration.ofHours(1));
        Map<String, String> made = bench.crm()
                .act("convert", "Marco Ruiz", Map.of("leadId", lead.get("Id"), "status", "Closed - Converted"));
        bench.clock.advance(Duration.ofMinutes(1));
        String moved = "dana.moved@northwind.example";
        bench.marketing()
                .edit(new UserEdit(
                        "Mara Keller",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("email", moved),
                        false));
        new Pipeline(Blind.to("Contact", Blind.to("Lead", bench.setup())), bench.store, bench.clock, "test")
                .run(Progress.UNSEEN);
        withoutLeads().run(Progress.UNSEEN);
        bench.run();
        bench.run();

        assertThat(bench.contact(moved)).containsEntry("lastname", "Whitfield");
        assertThat(bench.crm().records("Contact"))
                .filteredOn(contact -> made.get("contactId").equals(contact.get("Id")))
                .singleElement()
                .satisfies(contact -> assertThat(contact).containsEntry("Email", moved));
    }

    private Pipeline withoutLeads() {
        return new Pipeline(Blind.to("Lead", bench.setup()), bench.store, bench.clock, "test");
    }
}
