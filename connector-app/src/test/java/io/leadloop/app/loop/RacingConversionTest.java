package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.review.ReviewItem;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorAdapter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private Pipeline withoutLeads() {
        List<Connected> blind = bench.setup().connections().stream()
                .map(connected -> connected.role() == Role.CRM
                        ? new Connected(
                                connected.id(), connected.system(), connected.role(), withoutLeads(connected.adapter()))
                        : connected)
                .toList();
        return new Pipeline(bench.setup().through(blind), bench.store, bench.clock, "test");
    }

    /** What stands in Lead is not read for now. */
    private static VendorAdapter withoutLeads(VendorAdapter adapter) {
        return (VendorAdapter) Proxy.newProxyInstance(
                VendorAdapter.class.getClassLoader(),
                new Class<?>[] {VendorAdapter.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("changes")
                            && ((Projection) arguments[0]).type().value().equals("Lead")) {
                        return new Silence();
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** Nothing new, and the cursor stays where it is. */
    private static final class Silence implements ChangeSource {

        @Override
        public ChangeCursor start(Instant from) {
            return new ChangeCursor("");
        }

        @Override
        public ChangePage poll(ChangeCursor cursor, int limit) {
            return new ChangePage(List.of(), cursor, Instant.EPOCH, false, false);
        }
    }
}
