package io.leadloop.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits whole units by weights so that nothing is lost: each part gets the floor of its exact quota, and what is left
 * goes one by one to the largest remainders, ties to the earlier part.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Quota_method">Largest remainder method</a>
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /** @param amount may be negative: its absolute value is split, then the sign put back */
    static List<Long> split(long amount, List<Fraction> weights) {
        Fraction total = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (total.equals(Fraction.ZERO)) {
            throw new IllegalArgumentException("there is no weight to split by");
        }
        long units = Math.absExact(amount);
        List<Fraction> quotas =
                weights.stream().map(weight -> weight.over(total).times(units)).toList();
        List<Long> parts = new ArrayList<>();
        quotas.forEach(quota -> parts.add(quota.floor().longValueExact()));
        long left = units - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, quotas.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> quotas.get(i).rest(), Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts.stream().map(part -> amount < 0 ? -part : part).toList();
    }
}
