package io.leadloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final RecordRef REF = new RecordRef(new ConnectionId("crm"), new ObjectType("Lead"), "00Q1");
    private static final AggregateId DANA = new AggregateId(Kind.PERSON, "p1");
    private static final AggregateId OMAR = new AggregateId(Kind.PERSON, "p2");

    private final Identity identity = new Identity("acme");

    @Test
    void aLinkCountsBeforeAKeyAndAKeyBeforeAValue() {
        assertThat(match(Optional.of(DANA), "acme-p2", Optional.of(OMAR), List.of(OMAR), false, 1))
                .isEqualTo(new Match.Linked(DANA));
        assertThat(match(Optional.empty(), "acme-p2", Optional.of(OMAR), List.of(DANA), false, 1))
                .isEqualTo(new Match.ByKey(OMAR));
        assertThat(byValue(List.of(DANA), false, 1)).isEqualTo(new Match.ByValue(DANA));
    }

    @Test
    void aKeyOfAnotherInstallationIsAFindingAndNoMatch() {
        assertThat(match(Optional.empty(), "other-p1", Optional.empty(), List.of(DANA), false, 1))
                .isEqualTo(new Match.ForeignKey("other-p1"));
    }

    @Test
    void aKeyOfOursThatNobodyHasIsIgnored() {
        assertThat(match(Optional.empty(), "acme-p9", Optional.empty(), List.of(DANA), false, 1))
                .isEqualTo(new Match.ByValue(DANA));
    }

    @Test
    void twoThatCouldBeItAreNotGuessed() {
        assertThat(byValue(List.of(DANA, OMAR), false, 1)).isEqualTo(new Match.Ambiguous(List.of(DANA, OMAR)));
    }

    @Test
    void twoRecordsWithTheValueAreNotGuessed() {
        assertThat(byValue(List.of(DANA), false, 2)).isEqualTo(new Match.Ambiguous(List.of(DANA)));
    }

    @Test
    void aSecondRecordInAPlaceThatIsTakenIsNotGuessed() {
        assertThat(byValue(List.of(), true, 1)).isEqualTo(new Match.Ambiguous(List.of()));
    }

    @Test
    void nothingKnownIsANewOneWithTheSameIdEachTime() {
        Match first = byValue(List.of(), false, 1);

        assertThat(first).isEqualTo(new Match.Fresh(AggregateId.of(Kind.PERSON, "acme", REF)));
        assertThat(byValue(List.of(), false, 1)).isEqualTo(first);
        assertThat(AggregateId.of(Kind.PERSON, "other", REF)).isNotEqualTo(AggregateId.of(Kind.PERSON, "acme", REF));
    }

    @Test
    void ourKeyNamesInstallationAggregateAndPart() {
        assertThat(identity.key(DANA, "")).isEqualTo("acme-p1");
        assertThat(identity.key(DANA, "cycle-2")).isEqualTo("acme-p1-cycle-2");
    }

    private Match byValue(List<AggregateId> sameValue, boolean taken, int twins) {
        return match(Optional.empty(), "", Optional.empty(), sameValue, taken, twins);
    }

    private Match match(
            Optional<AggregateId> link,
            String key,
            Optional<AggregateId> keyed,
            List<AggregateId> sameValue,
            boolean taken,
            int twins) {
        return identity.match(new Candidate(Kind.PERSON, REF, link, key, keyed, sameValue, taken, twins));
    }

    @Test
    void recordsThatAVendorNumberedOneAfterTheOtherGetIdsInThatOrder() {
        List<String> hubSpot = List.of("40000000099", "40000000100", "40000000499", "40000001500", "49999999999");
        List<String> salesforce = List.of(
                "00Q5A0000000001UAA",
                "00Q5A0000000A01UAA",
                "00Q5A0000000Z01UAA",
                "00Q5A0000000a01UAA",
                "00Q5A0000001001UAA");
        for (List<String> ids : List.of(hubSpot, salesforce)) {
            assertThat(ids.stream().map(IdentityTest::person)).isSorted().doesNotHaveDuplicates();
        }
        assertThat(List.of("", "7", "ä-%", "x".repeat(80)).stream().map(IdentityTest::person))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.value()).matches("p[0-9a-z]{24}"));
    }

    private static AggregateId person(String vendorId) {
        return AggregateId.of(Kind.PERSON, "acme", new RecordRef(REF.connection(), REF.type(), vendorId));
    }
}
