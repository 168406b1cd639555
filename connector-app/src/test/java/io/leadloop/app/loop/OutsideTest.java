package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.pipeline.AnswerOrders.Outcome;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.Expected;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from outside the two systems: answers that another tool sends, and doorbells. */
class OutsideTest {

    private static final String DANA = "dana.whitfield@northwind.example";
    private static final String CARD = "Marco Ruiz";

    private final Bench bench = new Bench(20, 7);

    @BeforeEach
    void handOff() {
        bench.run();
        bench.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aNoThatIsGivenElsewhereIsWrittenToBothSystemsWithoutAPoll() {
        assertThat(give("r1", decline("F-SIZE", "12 people"), false)).isInstanceOf(Outcome.Taken.class);
        attend();

        assertThat(bench.lead(DANA).orElseThrow())
                .containsEntry("Status", "Nurture")
                .containsEntry("LeadLoop_Reason__c", "F-SIZE")
                .containsEntry("LeadLoop_Comment__c", "12 people");
        assertThat(bench.contact(DANA))
                .containsEntry("leadloop_reason_code", "F-SIZE")
                .containsEntry("leadloop_comment", "12 people")
                .containsEntry("leadloop_state", "nurture");
        bench.run();
        assertThat(answers()).hasSize(1);
        assertThat(answers().get(0).origin()).isEqualTo("api");
    }

    @Test
    void aYesThatIsGivenElsewhereIsWrittenToBothSystems() {
        assertThat(give("r1", accept(), false)).isInstanceOf(Outcome.Taken.class);
        attend();

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Status", "Working");
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "accepted");
    }

    @Test
    void theSameOrderTwiceIsOneAnswerAndAnotherUnderItsIdIsNone() {
        Outcome first = give("r1", accept(), false);
        Outcome again = give("r1", accept(), false);
        Outcome other = bench.answers().give(person().id(), 1, decline("F-SIZE", ""), false, "r1", "another");

        assertThat(first).isEqualTo(new Outcome.Taken(bench.store.receipt("r1").orElseThrow(), false));
        assertThat(again).isEqualTo(new Outcome.Taken(bench.store.receipt("r1").orElseThrow(), true));
        assertThat(other).isInstanceOf(Outcome.Other.class);
        assertThat(answers()).hasSize(1);
    }

    @Test
    void itsAuthorMayTakeANoBackForAWhile() {
        give("r1", decline("F-SIZE", ""), false);
        attend();
        assertThat(give("r2", accept(), false)).isInstanceOf(Outcome.Closed.class);
        assertThat(give("r3", accept(), true)).isInstanceOf(Outcome.Taken.class);
        attend();

        assertThat(bench.lead(DANA).orElseThrow())
                .containsEntry("Status", "Working")
                .containsEntry("LeadLoop_Reason__c", "")
                .containsEntry("LeadLoop_Receipt__c", "");
        assertThat(bench.contact(DANA)).containsEntry("leadloop_state", "accepted");
        assertThat(bench.contact(DANA).getOrDefault("leadloop_reason_code", "")).isEmpty();
        assertThat(answers()).hasSize(2);
    }

    @Test
    void afterThatWhileNobodyMay() {
        give("r1", decline("F-SIZE", ""), false);
        bench.clock.advance(Duration.ofMinutes(16));

        assertThat(give("r2", accept(), true)).isInstanceOf(Outcome.Closed.class);
        assertThat(answers()).hasSize(1);
        assertThat(bench.store.receipt("r2")).isEmpty();
    }

    @Test
    void aReasonOfAnotherPhaseIsRefusedAndSoIsAnUnknownOneAndOneThatLacksItsDay() {
        assertThat(give("r1", decline("C-UNREACH", ""), false)).isInstanceOf(Outcome.Illegal.class);
        assertThat(give("r2", decline("F-NOBODY", ""), false)).isInstanceOf(Outcome.Illegal.class);
        give("r3", accept(), false);
        assertThat(give("r4", decline("N-TIMING", ""), false))
                .isInstanceOfSatisfying(
                        Outcome.Illegal.class,
                        illegal -> assertThat(illegal.followUp().asks()).isNotEmpty());
        assertThat(answers()).hasSize(1);
    }

    @Test
    void aHandoffThatHasNotReachedSalesOrDoesNotExistTakesNoAnswer() {
        assertThat(bench.answers().give(person().id(), 2, accept(), false, "r1", "f"))
                .isInstanceOf(Outcome.NoSuchHandoff.class);
    }

    @Test
    void whoAskedNotToBeContactedIsOptedOutInBothSystems() {
        give("r1", decline("X-OPTOUT", ""), false);
        attend();

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("HasOptedOutOfEmail", "true");
        assertThat(person().journey().state().name()).isEqualTo("SUPPRESSED");
    }

    @Test
    void aDuplicateIsProposedForMerge() {
        give("r1", decline("R-DUP", ""), false);

        assertThat(bench.store.open())
                .filteredOn(item -> item.kind() == ReviewItem.Kind.MERGE_PROPOSAL)
                .hasSize(1);
    }

    @Test
    void aDoorbellIsAnsweredWithoutAPollAndOnce() {
        Map<String, String> contact = bench.contact(DANA);
        bench.marketing()
                .edit(new UserEdit(
                        "Mia Marketer",
                        "contact",
                        Optional.of(contact.getOrDefault("hs_object_id", "")),
                        Map.of("jobtitle", "VP Operations"),
                        false));
        RecordRef ref =
                new RecordRef(Bench.MARKETING, new ObjectType("contact"), contact.getOrDefault("hs_object_id", ""));
        ring(ref);
        ring(ref);
        Optional<String> cursor = bench.store.setting("cursor/marketing/contact");
        attend();

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("Title", "VP Operations");
        assertThat(bench.store.rung(10)).isEmpty();
        assertThat(bench.store.setting("cursor/marketing/contact")).isEqualTo(cursor);
    }

    @Test
    void aDoorbellOfARecordThatIsGoneOrNotMappedDoesNoHarm() {
        ring(new RecordRef(Bench.MARKETING, new ObjectType("contact"), "999999"));
        ring(new RecordRef(Bench.MARKETING, new ObjectType("ticket"), "1"));
        attend();

        assertThat(bench.store.rung(10)).isEmpty();
    }

    private void ring(RecordRef ref) {
        bench.store.commit(new Changes().ring(Ring.of(ref, bench.clock.instant())));
    }

    private void attend() {
        bench.clock.advance(Duration.ofSeconds(1));
        bench.pipeline.runRung(Ceilings.NONE, () -> new Expected(0, 0));
    }

    private Outcome give(String receipt, Answer answer, boolean corrects) {
        return bench.answers().give(person().id(), 1, answer, corrects, receipt, answer.kind() + receipt);
    }

    private Answer accept() {
        return new Answer(Answer.Kind.ACCEPT, Optional.empty(), "", Optional.empty(), CARD, now(), "api");
    }

    private Answer decline(String reason, String comment) {
        return new Answer(
                Answer.Kind.DECLINE,
                Optional.of(new ReasonCode(reason)),
                comment,
                Optional.empty(),
                CARD,
                now(),
                "api");
    }

    private Instant now() {
        return bench.clock.instant();
    }

    private List<Answer> answers() {
        return person().journey().handoffs().get(0).answers();
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
}
