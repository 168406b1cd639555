package io.leadloop.merge;

import static io.leadloop.merge.Sayings.CONTACT;
import static io.leadloop.merge.Sayings.LEAD;
import static io.leadloop.merge.Sayings.last;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The value that survives must not depend on which system happened to be read first. */
class MergeOrderTest {

    private static final long SEED = 20260302;
    private static final int CASES = 10_000;
    private static final RecordRef TWIN = new RecordRef(Sayings.CRM, new ObjectType("Lead"), "00Q2");
    private static final FieldValue TRUE = new FieldValue.Flag(true);

    /** @param mayBeEmptied whether the order of observations is free also where a record is emptied */
    private record Case(String name, FieldRule rule, boolean mayBeEmptied) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> rules() {
        FieldRule marketing = new FieldRule.Prefer(Role.MARKETING);
        return Stream.of(
                new Case("prefer the CRM", new FieldRule.Prefer(Role.CRM), false),
                new Case("prefer marketing", marketing, false),
                new Case("newest", new FieldRule.Newest(), true),
                new Case("only if blank", new FieldRule.OnlyIfBlank(), false),
                new Case("write once", new FieldRule.WriteOnce(), true),
                new Case("union", new FieldRule.Union(), true),
                new Case("most restrictive", new FieldRule.MostRestrictive(), true),
                new Case("forward only", new FieldRule.ForwardOnly(List.of("a", "b", "c")), true),
                new Case("around hand-off", new FieldRule.AroundHandoff(marketing, new FieldRule.Newest()), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyOrderOfTwoRecordsGivesTheSameValue(Case one) {
        assertSameInEveryOrder(one, LEAD, CONTACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyOrderOfTwoRecordsOfOneSystemGivesTheSameValue(Case one) {
        assertSameInEveryOrder(one, LEAD, TWIN);
    }

    @Test
    void noOrderOfAnyNumberOfRecordsEverUndoesAWithdrawal() {
        System.err.println("seed " + SEED);
        Random random = new Random(SEED);
        FieldRule rule = new FieldRule.MostRestrictive();
        for (int i = 0; i < 10 * CASES; i++) {
            List<Deque<Observation>> sources = new ArrayList<>();
            for (RecordRef ref : List.of(LEAD, TWIN, CONTACT)) {
                sources.add(new ArrayDeque<>(history(random, ref, rule, true)));
            }
            List<Observation> order = interleaved(random, sources);
            boolean withdrawn = order.stream().anyMatch(seen -> seen.value().equals(TRUE));
            assertThat(last(rule, false, order).fact().value().equals(TRUE))
                    .as("seed %d, case %d: %s", SEED, i, order)
                    .isEqualTo(withdrawn);
        }
    }

    private static void assertSameInEveryOrder(Case one, RecordRef first, RecordRef second) {
        System.err.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            List<Observation> left = history(random, first, one.rule(), one.mayBeEmptied());
            List<Observation> right = history(random, second, one.rule(), one.mayBeEmptied());
            boolean afterHandoff = random.nextBoolean();
            List<List<Observation>> orders = new ArrayList<>();
            orders.add(Stream.concat(left.stream(), right.stream()).toList());
            orders.add(Stream.concat(right.stream(), left.stream()).toList());
            for (int n = 0; n < 4; n++) {
                orders.add(interleaved(random, List.of(new ArrayDeque<>(left), new ArrayDeque<>(right))));
            }
            FieldValue expected =
                    last(one.rule(), afterHandoff, orders.get(0)).fact().value();
            for (List<Observation> order : orders) {
                assertThat(last(one.rule(), afterHandoff, order).fact().value())
                        .as("seed %d, case %d: %s", SEED, i, order)
                        .isEqualTo(expected);
            }
        }
    }

    /** One to three changes of one record; each was made after the one before was seen, and its first value is one. */
    private static List<Observation> history(Random random, RecordRef who, FieldRule rule, boolean mayBeEmptied) {
        TreeSet<Integer> times = new TreeSet<>();
        int length = 1 + random.nextInt(3);
        while (times.size() < length) {
            times.add(1 + random.nextInt(12));
        }
        List<Observation> history = new ArrayList<>();
        long before = random.nextBoolean() ? 0 : times.first() - 1;
        for (int at : times) {
            boolean empty = mayBeEmptied && !history.isEmpty() && random.nextInt(4) == 0;
            history.add(Sayings.said(who, empty ? FieldValue.BLANK : value(random, rule), before, at));
            before = at;
        }
        return history;
    }

    private static FieldValue value(Random random, FieldRule rule) {
        String word = String.valueOf("abcxy".charAt(random.nextInt(5)));
        if (rule instanceof FieldRule.MostRestrictive) {
            return new FieldValue.Flag(random.nextInt(4) == 0);
        }
        return rule instanceof FieldRule.Union ? FieldValue.Choices.of(List.of(word)) : FieldValue.ofText(word);
    }

    private static List<Observation> interleaved(Random random, List<Deque<Observation>> sources) {
        List<Observation> order = new ArrayList<>();
        List<Deque<Observation>> left = new ArrayList<>(sources);
        while (!left.isEmpty()) {
            Deque<Observation> source = left.get(random.nextInt(left.size()));
            order.add(source.removeFirst());
            left.removeIf(Deque::isEmpty);
        }
        return order;
    }
}
