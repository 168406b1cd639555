package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two leads that were handed over apart are merged by sales: the person has two contacts from then on. */
class TwinContactsTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(40, 7);
    private String other = "";

    @BeforeEach
    void merge() {
        bench.run();
        other = bench.marketing().records("contact").stream()
                .filter(contact -> !DANA.equals(contact.get("email")))
                .filter(contact -> "handed_off".equals(contact.get("leadloop_state")))
                .findFirst()
                .orElseThrow()
                .getOrDefault("email", "");
        bench.clock.advance(Duration.ofHours(1));
        bench.crm().act("merge", "Marco Ruiz", Map.of("masterId", lead(DANA), "mergedIds", lead(other)));
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aWithdrawalReachesTheAddressOfEach() {
        bench.rep("Lead", lead(DANA), Map.of("HasOptedOutOfEmail", "true"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(List.of(DANA, other))
                .allSatisfy(address -> assertThat(bench.contact(address)).containsEntry("hs_email_optout", "true"));
        int before = bench.simulators.hubSpotJournal().apiWrites().size();
        bench.run();
        assertThat(bench.simulators.hubSpotJournal().apiWrites()).hasSize(before);
    }

    @Test
    void aWithdrawalReachesTheNewAddressOfAContactToo() {
        bench.rep("Lead", lead(DANA), Map.of("HasOptedOutOfEmail", "true"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();
        bench.rep("Lead", lead(DANA), Map.of("Email", "dana@elsewhere.example"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.run();

        assertThat(bench.contact("dana@elsewhere.example")).containsEntry("hs_email_optout", "true");
    }

    @Test
    void neitherContactIsGivenTheAddressOfTheOther() {
        for (int i = 0; i < 12; i++) {
            bench.clock.advance(Duration.ofMinutes(20));
            bench.run();
        }

        assertThat(bench.store.allOpen()).isEmpty();
        assertThat(bench.store.parked(10)).isEmpty();
        assertThat(bench.contact(DANA)).containsEntry("lastname", "Whitfield");
        assertThat(bench.contact(other)).isNotEmpty();
    }

    private String lead(String email) {
        return bench.lead(email).orElseThrow().getOrDefault("Id", "");
    }
}
