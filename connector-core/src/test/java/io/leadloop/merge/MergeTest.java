package io.leadloop.merge;

import static io.leadloop.merge.Sayings.CONTACT;
import static io.leadloop.merge.Sayings.LEAD;
import static io.leadloop.merge.Sayings.last;
import static io.leadloop.merge.Sayings.said;
import static io.leadloop.merge.Sayings.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.state.Fact;
import io.leadloop.state.Loss;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final FieldRule CRM = new FieldRule.Prefer(Role.CRM);
    private static final FieldRule NEWEST = new FieldRule.Newest();
    private static final FieldRule ONLY_IF_BLANK = new FieldRule.OnlyIfBlank();
    private static final FieldRule WRITE_ONCE = new FieldRule.WriteOnce();
    private static final FieldRule RESTRICTIVE = new FieldRule.MostRestrictive();
    private static final FieldRule FORWARD = new FieldRule.ForwardOnly(List.of("lead", "mql", "sql", "customer"));

    @Test
    void theFirstValueHoldsWithItsProvenance() {
        Verdict verdict = last(NEWEST, said(CONTACT, "CEO", 10));

        assertThat(verdict.changed()).isTrue();
        assertThat(verdict.loss()).isEmpty();
        assertThat(verdict.fact())
                .isEqualTo(new Fact(
                        text("CEO"),
                        Optional.of(CONTACT),
                        Instant.ofEpochSecond(9),
                        Instant.ofEpochSecond(10),
                        Sayings.NOW,
                        "newest",
                        "person.yaml:3"));
    }

    @Test
    void anEmptyFirstValueIsNoChange() {
        assertThat(last(NEWEST, said(CONTACT, "", 10)).changed()).isFalse();
    }

    @Test
    void theSameValueFromBothSidesIsNoChangeAndNoLoss() {
        Verdict verdict = last(CRM, said(CONTACT, "CEO", 10), said(LEAD, "CEO", 5));

        assertThat(verdict.changed()).isFalse();
        assertThat(verdict.loss()).isEmpty();
        assertThat(verdict.fact().source()).contains(LEAD);
    }

    @Test
    void aPreferredRoleWinsThoughItIsOlder() {
        assertSurvivor(last(CRM, said(CONTACT, "CEO", 10), said(LEAD, "COO", 5)), "COO", "CEO");
    }

    @Test
    void aPreferredRoleKeepsItsValueAgainstANewerOne() {
        assertSurvivor(last(CRM, said(LEAD, "COO", 5), said(CONTACT, "CEO", 10)), "COO", "CEO");
    }

    @Test
    void aPreferredRoleWithoutAValueLeavesTheOthers() {
        assertSurvivor(last(CRM, said(CONTACT, "CEO", 5), said(LEAD, "", 10)), "CEO");
    }

    @Test
    void aPreferredRoleThatWasEmptiedIsFilledByTheOther() {
        assertSurvivor(last(CRM, said(LEAD, "COO", 3), said(LEAD, "", 5), said(CONTACT, "CEO", 10)), "CEO");
    }

    @Test
    void theNewestWinsIfItIsLaterForCertain() {
        assertSurvivor(last(NEWEST, said(LEAD, "COO", 5), said(CONTACT, "CEO", 10)), "CEO", "COO");
        assertSurvivor(last(NEWEST, said(CONTACT, "CEO", 10), said(LEAD, "COO", 5)), "CEO", "COO");
    }

    @Test
    void theNewestMayBeAnEmptyOne() {
        assertSurvivor(last(NEWEST, said(LEAD, "COO", 5), said(CONTACT, "", 10)), "", "COO");
    }

    @Test
    void theCrmWinsWhereTimesOverlap() {
        Observation crm = said(LEAD, text("COO"), 0, 10);
        Observation marketing = said(CONTACT, text("CEO"), 5, 15);

        assertSurvivor(last(NEWEST, crm, marketing), "COO", "CEO");
        assertSurvivor(last(NEWEST, marketing, crm), "COO", "CEO");
    }

    @Test
    void theSmallerRefWinsWhereTimesOverlapWithinOneRole() {
        RecordRef later = new RecordRef(LEAD.connection(), LEAD.type(), "00Q2");
        Observation small = said(LEAD, text("COO"), 0, 10);
        Observation large = said(later, text("CEO"), 5, 15);

        assertSurvivor(last(NEWEST, small, large), "COO", "CEO");
        assertSurvivor(last(NEWEST, large, small), "COO", "CEO");
    }

    @Test
    void aBlankIsFilledAndADifferenceLeavesTheCrmsValue() {
        assertSurvivor(last(ONLY_IF_BLANK, said(CONTACT, "", 1), said(LEAD, "COO", 2)), "COO");
        assertSurvivor(last(ONLY_IF_BLANK, said(LEAD, "COO", 1), said(CONTACT, "CEO", 2)), "COO", "CEO");
        assertSurvivor(last(ONLY_IF_BLANK, said(CONTACT, "CEO", 2), said(LEAD, "COO", 1)), "COO", "CEO");
    }

    @Test
    void whatIsWrittenOnceStays() {
        assertSurvivor(last(WRITE_ONCE, said(LEAD, "web", 5), said(LEAD, "fair", 10)), "web", "fair");
        assertSurvivor(last(WRITE_ONCE, said(LEAD, "web", 5), said(LEAD, "", 10)), "web");
        assertSurvivor(last(WRITE_ONCE, said(LEAD, "web", 5), said(CONTACT, "fair", 10)), "web", "fair");
    }

    @Test
    void whatIsWrittenOnceIsTheEarliestAndNotTheFirstThatWasRead() {
        assertSurvivor(last(WRITE_ONCE, said(CONTACT, "fair", 10), said(LEAD, "web", 5)), "web", "fair");
    }

    @Test
    void aUnionHoldsAllValuesAndLosesNone() {
        Verdict verdict = last(
                new FieldRule.Union(),
                said(LEAD, FieldValue.Choices.of(List.of("a", "c")), 1, 2),
                said(CONTACT, FieldValue.Choices.of(List.of("b", "a")), 3, 4));

        assertThat(verdict.fact().value()).isEqualTo(FieldValue.Choices.of(List.of("a", "b", "c")));
        assertThat(verdict.loss()).isEmpty();
        assertThat(verdict.changed()).isTrue();
    }

    @Test
    void aWithdrawalWinsWhoeverSaysItAndWhenever() {
        Observation yes = said(CONTACT, new FieldValue.Flag(true), 1, 2);
        Observation no = said(LEAD, new FieldValue.Flag(false), 8, 9);
        Observation back = said(CONTACT, new FieldValue.Flag(false), 10, 11);

        assertThat(last(RESTRICTIVE, yes, no, back).fact().value()).isEqualTo(new FieldValue.Flag(true));
        assertThat(last(RESTRICTIVE, no, yes, back).fact().value()).isEqualTo(new FieldValue.Flag(true));
    }

    @Test
    void aStageOnlyMovesForward() {
        assertSurvivor(last(FORWARD, said(LEAD, "mql", 1), said(CONTACT, "sql", 2)), "sql", "mql");
        assertSurvivor(last(FORWARD, said(LEAD, "customer", 1), said(CONTACT, "mql", 9)), "customer", "mql");
        assertSurvivor(last(FORWARD, said(LEAD, "customer", 1), said(LEAD, "mql", 9)), "customer", "mql");
        assertSurvivor(last(FORWARD, said(LEAD, "mql", 1), said(LEAD, "", 9)), "mql");
    }

    @Test
    void amongStagesThatAreInNoListTheNewestHolds() {
        assertSurvivor(last(FORWARD, said(LEAD, "x", 1), said(CONTACT, "y", 9)), "y", "x");
        assertSurvivor(last(FORWARD, said(CONTACT, "y", 9), said(LEAD, "x", 1)), "y", "x");
        assertSurvivor(last(FORWARD, said(CONTACT, "y", 9), said(LEAD, "lead", 1)), "lead", "y");
    }

    @Test
    void oneRuleHoldsBeforeTheHandoffAndAnotherAfterIt() {
        FieldRule around = new FieldRule.AroundHandoff(new FieldRule.Prefer(Role.MARKETING), CRM);
        List<Observation> both = List.of(said(CONTACT, "CEO", 5), said(LEAD, "COO", 10));

        assertSurvivor(last(around, false, both), "CEO", "COO");
        assertSurvivor(last(around, true, both), "COO", "CEO");
        assertThat(last(around, true, both).fact().because()).isEqualTo("crm");
    }

    @Test
    void aComputedValueIsNotChangedByARecordAndLosesNothing() {
        Verdict verdict = last(new FieldRule.Computed(), said(LEAD, "HANDED_OFF", 1), said(LEAD, "WON", 2));

        assertSurvivor(verdict, "HANDED_OFF");
    }

    @Test
    void theSameRecordReplacesItsOwnValueWithoutALoss() {
        for (FieldRule rule : List.of(CRM, new FieldRule.Prefer(Role.MARKETING), NEWEST, ONLY_IF_BLANK)) {
            assertSurvivor(last(rule, said(LEAD, "COO", 5), said(LEAD, "Chief", 6)), "Chief");
            assertSurvivor(last(rule, said(LEAD, "COO", 5), said(LEAD, "", 6)), "");
        }
    }

    @Test
    void theSameLossAlwaysHasTheSameId() {
        Loss once =
                last(CRM, said(LEAD, "COO", 5), said(CONTACT, "CEO", 10)).loss().orElseThrow();
        Loss again =
                last(CRM, said(CONTACT, "CEO", 10), said(LEAD, "COO", 5)).loss().orElseThrow();
        Loss other =
                last(CRM, said(LEAD, "COO", 5), said(CONTACT, "CFO", 10)).loss().orElseThrow();

        assertThat(again).isEqualTo(once);
        assertThat(other.id()).isNotEqualTo(once.id()).startsWith("L-");
        assertThat(once.because()).isEqualTo("crm");
        assertThat(once.source()).isEqualTo(CONTACT);
        assertThat(once.restored()).isFalse();
    }

    private static void assertSurvivor(Verdict verdict, String survivor, String... lost) {
        assertThat(verdict.fact().value().text()).isEqualTo(survivor);
        assertThat(verdict.loss().stream().map(loss -> loss.value().text())).containsExactly(lost);
    }
}
