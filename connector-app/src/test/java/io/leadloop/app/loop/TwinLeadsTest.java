package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Kind;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two contacts that were both handed over are merged: the person has two leads from then on. */
class TwinLeadsTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(40, 7);
    private List<String> leads = List.of();

    @BeforeEach
    void merge() {
        bench.run();
        Map<String, String> dana = bench.contact(DANA);
        Map<String, String> other = bench.marketing().records("contact").stream()
                .filter(contact -> !DANA.equals(contact.get("email")))
                .filter(contact -> "handed_off".equals(contact.get("leadloop_state")))
                .findFirst()
                .orElseThrow();
        leads = List.of(
                bench.lead(DANA).orElseThrow().get("Id"),
                bench.lead(other.get("email")).orElseThrow().get("Id"));
        bench.clock.advance(Duration.ofHours(1));
        bench.marketing()
                .act(
                        "merge",
                        "Mia Marketer",
                        Map.of("primary", dana.get("hs_object_id"), "other", other.get("hs_object_id")));
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aWithdrawalReachesBoth() {
        bench.marketing().act("unsubscribe", DANA, Map.of("email", DANA));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(both()).allSatisfy(lead -> assertThat(lead).containsEntry("HasOptedOutOfEmail", "true"));
    }

    @Test
    void theReasonOfARejectionReachesBothAndNothingElseDoes() {
        String primary = standing(Standing.PRIMARY);
        String follower = standing(Standing.FOLLOWER);
        String title = lead(follower).get("Title");
        bench.rep("Lead", primary, Map.of("LeadLoop_Reason__c", "F-SIZE", "Title", "Chief of one"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();
        bench.run();

        assertThat(both()).allSatisfy(lead -> assertThat(lead).containsEntry("LeadLoop_Reason__c", "F-SIZE"));
        assertThat(lead(follower)).containsEntry("Title", title);
        int before = bench.simulators.salesforceJournal().apiWrites().size();
        bench.run();
        assertThat(bench.simulators.salesforceJournal().apiWrites()).hasSize(before);
    }

    @Test
    void anAnswerOnEitherLeadCounts() {
        bench.rep("Lead", standing(Standing.FOLLOWER), Map.of("LeadLoop_Reason__c", "F-SIZE"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_reason_code", "F-SIZE");
        assertThat(both()).allSatisfy(lead -> assertThat(lead).containsEntry("LeadLoop_Reason__c", "F-SIZE"));
    }

    @Test
    void afterTheRepMergedThemTheOneThatIsLeftIsWritten() {
        String kept = standing(Standing.FOLLOWER);
        bench.crm().act("merge", "Marco Ruiz", Map.of("masterId", kept, "mergedIds", standing(Standing.PRIMARY)));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        String contact = bench.contact(DANA).get("hs_object_id");
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer", "contact", Optional.of(contact), Map.of("jobtitle", "Chief of all"), false));
        bench.run();

        assertThat(lead(kept)).containsEntry("Title", "Chief of all");
        assertThat(live()).containsExactly(kept);
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "handed_off");
    }

    @Test
    void deletingTheDuplicateIsNoAnswer() {
        String kept = standing(Standing.FOLLOWER);
        bench.crm().act("delete", "Marco Ruiz", Map.of("id", standing(Standing.PRIMARY)));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "handed_off");
        assertThat(standing(Standing.PRIMARY)).isEqualTo(kept);
        bench.crm().act("delete", "Marco Ruiz", Map.of("id", kept));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();
        assertThat(bench.contact(DANA)).doesNotContainEntry("leadloop_state", "handed_off");
        assertThat(live()).isEmpty();
    }

    @Test
    void ofTwoConvertedLeadsOneContactIsWrittenAndTheOtherFollows() {
        for (String lead : List.of(standing(Standing.PRIMARY), standing(Standing.FOLLOWER))) {
            bench.crm().act("convert", "Marco Ruiz", Map.of("leadId", lead, "createOpportunity", "false"));
            bench.clock.advance(Duration.ofMinutes(1));
            bench.run();
        }

        Map<Standing, Long> contacts = person().facets().values().stream()
                .filter(facet -> facet.ref().type().value().equals("Contact"))
                .collect(Collectors.groupingBy(Facet::standing, Collectors.counting()));
        assertThat(contacts).isEqualTo(Map.of(Standing.PRIMARY, 1L, Standing.FOLLOWER, 1L));
    }

    private List<String> live() {
        return bench.crm().records("Lead").stream()
                .filter(lead -> leads.contains(lead.get("Id")) && !"true".equals(lead.get("__deleted")))
                .map(lead -> lead.get("Id"))
                .toList();
    }

    private AggregateState person() {
        return bench.store
                .load(bench.store.find(Kind.PERSON, "email", List.of(DANA)).get(DANA))
                .values()
                .iterator()
                .next();
    }

    private String standing(Standing standing) {
        return bench
                .store
                .load(bench.store.find(Kind.PERSON, "email", List.of(DANA)).get(DANA))
                .values()
                .stream()
                .flatMap(person -> person.facets().values().stream())
                .filter(facet -> facet.standing() == standing
                        && leads.contains(facet.ref().id()))
                .map(facet -> facet.ref().id())
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, String>> both() {
        return leads.stream().map(this::lead).toList();
    }

    private Map<String, String> lead(String id) {
        return bench.crm().records("Lead").stream()
                .filter(lead -> id.equals(lead.get("Id")))
                .findFirst()
                .orElseThrow();
    }
}
