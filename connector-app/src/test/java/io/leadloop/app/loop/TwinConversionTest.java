package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Kind;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.state.Facet;
import io.leadloop.state.Standing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of two persons has a converted lead when marketing finds out that both are one; then the other's is converted. */
class TwinConversionTest {

    private final Bench bench = new Bench(40, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theContactThatHasThePersonsKeyIsWrittenWhicheverCameFirst(boolean olderFirst) {
        bench.run();
        List<Map<String, String>> both = bench.marketing().records("contact").stream()
                .filter(contact -> "handed_off".equals(contact.get("leadloop_state")))
                .sorted(Comparator.comparing(TwinConversionTest::id))
                .limit(2)
                .toList();
        String email = both.get(0).getOrDefault("email", "");
        List<String> leads = both.stream().map(this::lead).toList();
        convert(leads.get(olderFirst ? 0 : 1));
        bench.marketing().act("merge", "Mia Marketer", Map.of("primary", id(both.get(0)), "other", id(both.get(1))));
        run();
        convert(leads.get(olderFirst ? 1 : 0));
        String merged = id(bench.contact(email));
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer", "contact", Optional.of(merged), Map.of("jobtitle", "Chief of all"), false));
        run();

        assertThat(bench.store.allOpen()).isEmpty();
        List<Facet> contacts = contacts(email);
        assertThat(contacts).extracting(Facet::standing).containsOnlyOnce(Standing.PRIMARY, Standing.FOLLOWER);
        String primary = contacts.stream()
                .filter(facet -> facet.standing() == Standing.PRIMARY)
                .map(facet -> facet.ref().id())
                .findFirst()
                .orElseThrow();
        Map<String, String> written = bench.crm().records("Contact").stream()
                .filter(record -> primary.equals(record.get("Id")))
                .findFirst()
                .orElseThrow();
        assertThat(written).containsEntry("Title", "Chief of all");
        assertThat(bench.contact(email)).containsEntry("leadloop_key", written.get("LeadLoop_Key__c"));
    }

    private List<Facet> contacts(String email) {
        return bench
                .store
                .load(bench.store.find(Kind.PERSON, "email", List.of(email)).get(email))
                .values()
                .stream()
                .flatMap(person -> person.facets().values().stream())
                .filter(facet -> facet.ref().type().value().equals("Contact"))
                .toList();
    }

    private void convert(String lead) {
        bench.crm().act("convert", "Marco Ruiz", Map.of("leadId", lead, "createOpportunity", "false"));
        run();
    }

    private void run() {
        for (int i = 0; i < 3; i++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.run();
        }
    }

    private String lead(Map<String, String> contact) {
        return bench.lead(contact.getOrDefault("email", "")).orElseThrow().getOrDefault("Id", "");
    }

    private static String id(Map<String, String> contact) {
        return contact.getOrDefault("hs_object_id", "");
    }
}
