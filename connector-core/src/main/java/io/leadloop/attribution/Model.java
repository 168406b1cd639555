package io.leadloop.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How the weight is laid on the touches of a deal, in their order. */
public enum Model {
    FIRST {
        @Override
        List<Fraction> weights(int touches) {
            return alone(touches, 0);
        }
    },
    LAST {
        @Override
        List<Fraction> weights(int touches) {
            return alone(touches, touches - 1);
        }
    },
    LINEAR {
        @Override
        List<Fraction> weights(int touches) {
            return Collections.nCopies(touches, Fraction.of(1, touches));
        }
    };

    /** One weight for each touch; they sum to one. */
    abstract List<Fraction> weights(int touches);

    /** As files and vendors' picklists write it: {@code first}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Fraction> alone(int touches, int chosen) {
        List<Fraction> weights = new ArrayList<>(Collections.nCopies(touches, Fraction.ZERO));
        weights.set(chosen, Fraction.ONE);
        return List.copyOf(weights);
    }
}
