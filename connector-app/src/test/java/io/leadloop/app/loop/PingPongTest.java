package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.review.ReviewItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two automations that undo each other are stopped, and both sides are named. */
class PingPongTest {

    private static final String DANA = "dana.whitfield@northwind.example";
    private static final String OURS = "VP Operations";
    private static final String THEIRS = "vice president, operations";

    private final Bench bench = new Bench(8, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aFieldThatBothSidesPutBackIsFrozenWithinThreeFlipsAndBothAreNamed() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        crmSays(OURS);
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
        marketingSays("jobtitle", THEIRS);
        bench.run();

        int flips = 0;
        while (questions().isEmpty() && flips < 9) {
            bench.clock.advance(Duration.ofMinutes(1));
            flips += automations();
            bench.run();
        }

        assertThat(flips).isLessThanOrEqualTo(3);
        assertThat(questions()).singleElement().satisfies(item -> {
            assertThat(item.field()).isEqualTo("jobTitle");
            assertThat(item.records())
                    .extracting(ref -> ref.connection().value())
                    .containsExactlyInAnyOrder("crm", "marketing");
            assertThat(item.question())
                    .contains(lead().get("Id"), contact().get("hs_object_id"))
                    .doesNotContain(OURS, THEIRS);
        });
    }

    @Test
    void aFrozenFieldIsWrittenNoMoreWhileTheOthersAre() {
        aFieldThatBothSidesPutBackIsFrozenWithinThreeFlipsAndBothAreNamed();
        String title = lead().get("Title");
        String jobTitle = contact().get("jobtitle");

        bench.clock.advance(Duration.ofMinutes(1));
        bench.rep("Lead", lead().get("Id"), Map.of("FirstName", "Daniela"));
        bench.run();
        bench.run();

        assertThat(contact()).containsEntry("firstname", "Daniela").containsEntry("jobtitle", jobTitle);
        assertThat(lead()).containsEntry("Title", title);
        assertThat(title).isNotEqualTo(jobTitle);
    }

    @Test
    void aPersonReleasesItWithOneSidesValue() {
        aFieldThatBothSidesPutBackIsFrozenWithinThreeFlipsAndBothAreNamed();
        String title = lead().get("Title");

        bench.orders().decide(questions().get(0).id(), "crm");
        bench.run();

        assertThat(contact()).containsEntry("jobtitle", title);
        assertThat(lead()).containsEntry("Title", title);
        assertThat(questions()).isEmpty();
    }

    @Test
    void whoGoesOnAfterTheReleaseIsFrozenAgain() {
        aPersonReleasesItWithOneSidesValue();

        aFieldThatBothSidesPutBackIsFrozenWithinThreeFlipsAndBothAreNamed();
    }

    @Test
    void aWorkflowThatPutsBackWhatTheLoopComputesIsFrozenToo() {
        bench.run();
        String before = "ATTEMPTED_TO_CONTACT";
        for (int i = 0; i < 6; i++) {
            bench.clock.advance(Duration.ofMinutes(1));
            marketingSays("hs_lead_status", before);
            bench.run();
        }

        assertThat(questions()).singleElement().extracting(ReviewItem::field).isEqualTo("leadStatus");
        assertThat(contact()).containsEntry("hs_lead_status", before);
    }

    @Test
    void aWithdrawalIsCarriedOverHoweverOftenItIsTakenBack() {
        bench.run();
        for (int i = 0; i < 5; i++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.rep("Lead", lead().get("Id"), Map.of("HasOptedOutOfEmail", "true"));
            bench.run();
            bench.clock.advance(Duration.ofMinutes(1));
            bench.rep("Lead", lead().get("Id"), Map.of("HasOptedOutOfEmail", "false"));
            bench.run();
        }

        assertThat(lead()).containsEntry("HasOptedOutOfEmail", "true");
        assertThat(questions()).isEmpty();
    }

    /** A workflow and a flow, each of which wants its own words; returns how many of them put something back. */
    private int automations() {
        int flips = 0;
        if (!lead().get("Title").equals(OURS)) {
            crmSays(OURS);
            flips++;
        }
        if (!contact().get("jobtitle").equals(THEIRS)) {
            marketingSays("jobtitle", THEIRS);
            flips++;
        }
        return flips;
    }

    private void crmSays(String title) {
        bench.rep("Lead", lead().get("Id"), Map.of("Title", title));
    }

    private void marketingSays(String property, String value) {
        bench.marketing()
                .edit(new UserEdit(
                        "Workflow 7",
                        "contact",
                        Optional.of(contact().get("hs_object_id")),
                        Map.of(property, value),
                        false));
    }

    private Map<String, String> lead() {
        return bench.lead(DANA).orElseThrow();
    }

    private Map<String, String> contact() {
        return bench.contact(DANA);
    }

    private List<ReviewItem> questions() {
        return bench.store.open().stream()
                .filter(item -> item.kind() == ReviewItem.Kind.PING_PONG)
                .toList();
    }
}
