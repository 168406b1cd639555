package io.leadloop.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final Instant WON = Instant.parse("2024-04-03T17:00:00Z");
    private static final AggregateId ANA = new AggregateId(Kind.PERSON, "ana");
    private static final AggregateId BEN = new AggregateId(Kind.PERSON, "ben");

    /** The worked deal: seven touches of two people. */
    private static final List<PersonTouch> SEVEN = List.of(
            touch("T1", ANA, "ORGANIC", "2024-01-08"),
            touch("T2", ANA, "WEBINAR_ATTENDED", "2024-01-22"),
            touch("T3", ANA, "CONTENT_DOWNLOAD", "2024-02-05"),
            touch("T4", BEN, "MAIL_CLICK", "2024-02-19"),
            touch("T5", ANA, "DEMO_REQUEST", "2024-03-04"),
            touch("T6", BEN, "CASE_STUDY", "2024-03-18"),
            touch("T7", ANA, "DIRECT", "2024-04-01"));

    private static PersonTouch touch(String id, AggregateId person, String type, String day) {
        return at(id, person, type, Instant.parse(day + "T17:00:00Z"));
    }

    private static PersonTouch at(String id, AggregateId person, String type, Instant at) {
        RecordRef source = new RecordRef(new ConnectionId("marketing"), new ObjectType("contact"), id);
        return new PersonTouch(person, new Touchpoint(id, type, "", "page", Optional.empty(), at, true, source));
    }

    private static Money money(String amount, String currency) {
        return Money.of(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static List<String> shared(Model model, String amount) {
        return Attribution.credits(model, TouchPath.to(WON, SEVEN), money(amount, "USD")).stream()
                .map(credit -> credit.money().amount().toPlainString())
                .toList();
    }

    private static List<String> split(String amount, String currency, int parts) {
        return Attribution.allocate(money(amount, currency), Model.LINEAR.weights(parts)).stream()
                .map(minor -> new Money(minor, Currency.getInstance(currency))
                        .amount()
                        .toPlainString())
                .toList();
    }

    private static List<Fraction> weights(long... weights) {
        List<Fraction> list = new ArrayList<>();
        for (long weight : weights) {
            list.add(Fraction.of(weight, 1));
        }
        return list;
    }

    private static List<Long> units(long amount, List<Fraction> weights) {
        return Attribution.allocate(new Money(amount, Currency.getInstance("USD")), weights);
    }

    @Test
    void theWorkedDealComesOutToTheCent() {
        assertThat(shared(Model.FIRST, "10000.00"))
                .containsExactly("10000.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(shared(Model.LAST, "10000.00"))
                .containsExactly("0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "10000.00");
        assertThat(shared(Model.LINEAR, "10000.00"))
                .containsExactly("1428.58", "1428.57", "1428.57", "1428.57", "1428.57", "1428.57", "1428.57");
        assertThat(shared(Model.LINEAR, "12000.00"))
                .containsExactly("1714.29", "1714.29", "1714.29", "1714.29", "1714.28", "1714.28", "1714.28");
    }

    @Test
    void theSharesAreExactAndSumToOne() {
        for (Model model : Model.values()) {
            List<Credit> credits = Attribution.credits(model, TouchPath.to(WON, SEVEN), money("0.01", "USD"));
            assertThat(credits.stream().map(Credit::share).reduce(Fraction.ZERO, Fraction::plus))
                    .isEqualTo(Fraction.ONE);
        }
        assertThat(Fraction.of(1, 7).percent(4)).isEqualByComparingTo("14.2857");
    }

    @Test
    void aDealWithoutATouchIsUnattributedForEveryModel() {
        for (Model model : Model.values()) {
            List<Credit> credits = Attribution.credits(model, TouchPath.to(WON, List.of()), money("500", "USD"));
            assertThat(credits)
                    .containsExactly(new Credit(model, Optional.empty(), Fraction.ONE, money("500.00", "USD")));
        }
    }

    @Test
    void everyCurrencyHasItsOwnSmallestUnit() {
        assertThat(split("100000", "JPY", 7))
                .containsExactly("14286", "14286", "14286", "14286", "14286", "14285", "14285");
        assertThat(split("10.000", "BHD", 3)).containsExactly("3.334", "3.333", "3.333");
        assertThat(split("10847.00", "EUR", 7)).startsWith("1549.58", "1549.57").endsWith("1549.57");
    }

    @Test
    void anAmountBelowZeroIsSplitLikeItsOpposite() {
        assertThat(split("-100.00", "USD", 3)).containsExactly("-33.34", "-33.33", "-33.33");
    }

    @Test
    void nothingIsSplitIntoNothing() {
        assertThat(split("0.00", "USD", 3)).containsExactly("0.00", "0.00", "0.00");
    }

    @Test
    void oneCentGoesToTheFirst() {
        assertThat(units(1, Model.LINEAR.weights(7))).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void tiesThatDoublesGetWrongGoToTheEarlierTouch() {
        assertThat(units(6, weights(6, 1, 1, 1, 6))).containsExactly(3L, 1L, 0L, 0L, 2L);
    }

    @Test
    void aGrowingDealMayTakeAUnitFromATouch() {
        assertThat(units(10, weights(6, 6, 2))).containsExactly(4L, 4L, 2L);
        assertThat(units(11, weights(6, 6, 2))).containsExactly(5L, 5L, 1L);
    }

    @Test
    void withoutAnyWeightThereIsNothingToSplitBy() {
        assertThatIllegalArgumentException().isThrownBy(() -> units(6, weights(0, 0)));
    }

    @Test
    void splitsAreExactNearTheirQuotaAndFairInWeight() {
        long seed = 412_350;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            long amount = random.nextInt(2_000_001) - 1_000_000;
            List<Fraction> weights = new ArrayList<>(weights(1));
            for (int i = random.nextInt(12); i > 0; i--) {
                weights.add(Fraction.of(random.nextInt(40), 1 + random.nextInt(9)));
            }
            Collections.shuffle(weights, random);
            List<Long> parts = units(amount, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            Fraction total = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
            for (int i = 0; i < parts.size(); i++) {
                Fraction quota = weights.get(i).over(total).times(Math.abs(amount));
                long part = Math.abs(parts.get(i));
                long floor = quota.floor().longValueExact();
                assertThat(part).isBetween(floor, quota.rest().equals(Fraction.ZERO) ? floor : floor + 1);
                for (int j = 0; j < parts.size(); j++) {
                    if (weights.get(i).compareTo(weights.get(j)) > 0) {
                        assertThat(part).isGreaterThanOrEqualTo(Math.abs(parts.get(j)));
                    }
                }
            }
        }
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        long seed = 7;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<PersonTouch> touches = new ArrayList<>(SEVEN);
        touches.add(at("T8", BEN, "DIRECT", WON.minus(Duration.ofDays(2))));
        touches.add(at("T9", ANA, "DIRECT", WON.minus(Duration.ofDays(2)).plusSeconds(60)));
        TouchPath expected = TouchPath.to(WON, touches);
        for (int run = 0; run < 200; run++) {
            Collections.shuffle(touches, random);
            assertThat(TouchPath.to(WON, touches)).isEqualTo(expected);
        }
    }

    @Test
    void aYearBackIsEligibleWithBothEnds() {
        List<PersonTouch> touches = List.of(
                at("too early", ANA, "A", WON.minus(TouchPath.LOOKBACK).minusSeconds(1)),
                at("first", ANA, "B", WON.minus(TouchPath.LOOKBACK)),
                at("last", ANA, "C", WON),
                at("too late", ANA, "D", WON.plusSeconds(1)));
        assertThat(TouchPath.to(WON, touches).touches())
                .extracting(each -> each.touch().id())
                .containsExactly("first", "last");
    }

    @Test
    void repeatsWithinHalfAnHourAreOneTouch() {
        Instant noon = Instant.parse("2024-03-01T12:00:00Z");
        List<PersonTouch> touches = List.of(
                at("a", ANA, "PAGE", noon),
                at("b", ANA, "PAGE", noon.plus(Duration.ofMinutes(30))),
                at("c", ANA, "PAGE", noon.plus(Duration.ofMinutes(31))),
                at("d", BEN, "PAGE", noon),
                at("e", ANA, "FORM", noon));
        assertThat(TouchPath.to(WON, touches).touches())
                .extracting(each -> each.touch().id())
                .containsExactlyInAnyOrder("a", "c", "d", "e");
    }

    @Test
    void aTouchOfWhichOnlyTheDayIsKnownStandsBehindAPreciseOne() {
        Instant noon = Instant.parse("2024-03-01T12:00:00Z");
        RecordRef source = new RecordRef(new ConnectionId("crm"), new ObjectType("CampaignMember"), "m");
        PersonTouch day =
                new PersonTouch(ANA, new Touchpoint("a", "EVENT", "", "booth", Optional.empty(), noon, false, source));
        PersonTouch precise = at("b", ANA, "PAGE", noon);
        assertThat(TouchPath.to(WON, List.of(day, precise)).touches()).containsExactly(precise, day);
    }

    @Test
    void moneyRoundsToItsSmallestUnit() {
        assertThat(money("0.005", "USD").minor()).isEqualTo(1);
        assertThat(money("-0.005", "USD").minor()).isEqualTo(-1);
        assertThat(money("12.3456", "BHD").minor()).isEqualTo(12_346);
        assertThat(money("99.5", "JPY").amount()).isEqualByComparingTo("100");
    }
}
