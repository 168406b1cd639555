package io.leadloop.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares a won deal's amount among its touches. */
public final class Attribution {

    private Attribution() {}

    /**
     * One row for each touch of the path, in its order, zero ones included; a single unattributed row if the path is
     * empty.
     */
    public static List<Credit> credits(Model model, TouchPath path, Money amount) {
        List<PersonTouch> touches = path.touches();
        if (touches.isEmpty()) {
            return List.of(new Credit(model, Optional.empty(), Fraction.ONE, amount));
        }
        List<Fraction> weights = model.weights(touches.size());
        List<Long> parts = allocate(amount, weights);
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < touches.size(); i++) {
            credits.add(new Credit(
                    model, Optional.of(touches.get(i)), weights.get(i), new Money(parts.get(i), amount.currency())));
        }
        return List.copyOf(credits);
    }

    /**
     * Minor units for each weight; they sum to the amount, and each lies less than one unit from its exact quota. Ties
     * go to the earlier weight.
     *
     * @throws IllegalArgumentException if no weight is above zero
     */
    public static List<Long> allocate(Money amount, List<Fraction> weights) {
        return LargestRemainder.split(amount.minor(), weights);
    }
}
