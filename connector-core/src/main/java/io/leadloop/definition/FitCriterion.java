package io.leadloop.definition;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Spoken;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import io.leadloop.language.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who somebody is.
 *
 * @param hard not met = not qualified, whatever the points
 */
record FitCriterion(String id, String name, Condition condition, double points, boolean hard, Unknown unknown)
        implements Criterion {

    private static final Set<String> PERSONAL = Set.of("email", "firstName", "lastName", "phone", "name");

    @Override
    public Set<String> reads() {
        return condition.reads();
    }

    @Override
    public Finding look(View view, List<Touchpoint> touches, Instant now) {
        Truth truth = settled(condition.test(view));
        return new Finding(this, truth, truth == Truth.TRUE ? points : 0, seen(view), Optional.empty());
    }

    private Truth settled(Truth tested) {
        if (tested != Truth.UNKNOWN) {
            return tested;
        }
        return switch (unknown) {
            case FAIL -> Truth.FALSE;
            case PASS -> Truth.TRUE;
            case FIX, STAY -> Truth.UNKNOWN;
        };
    }

    private String seen(View view) {
        return seen(condition, view);
    }

    /** What stands in the fields that a condition names; of a personal one only whether anything does. */
    static String seen(Condition condition, View view) {
        return new TreeSet<>(condition.reads())
                .stream().map(field -> words(view, field)).collect(Collectors.joining(", "));
    }

    private static String words(View view, String path) {
        int dot = path.indexOf('.');
        String name = path.substring(dot + 1);
        String words = Spoken.field(name);
        Optional<FieldValue> value = view.field(dot < 0 ? "" : path.substring(0, dot), name);
        if (value.isEmpty()) {
            return words + " unknown";
        }
        if (value.get().isBlank()) {
            return words + " empty";
        }
        if (PERSONAL.contains(name)) {
            return words + " given";
        }
        if (value.get() instanceof FieldValue.Number number) {
            return number.text() + " " + words;
        }
        String text = value.get().text();
        return Spoken.isWhole(text) ? Spoken.value(text) : words + " " + Spoken.value(text);
    }
}
