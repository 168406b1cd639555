package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** All mail addresses and numbers that a person was ever known by; the mapped field holds the primary one. */
final class Addresses {

    private static final Map<String, String> KEPT = Map.of("email", "emails", "phone", "phones");

    private Addresses() {}

    static AggregateState keep(AggregateState person, Sighting sighting, Instant now) {
        AggregateState after = person;
        for (Map.Entry<String, String> kept : KEPT.entrySet()) {
            FieldValue said = sighting.reading().values().getOrDefault(kept.getKey(), FieldValue.BLANK);
            FieldValue before = after.value(kept.getValue());
            FieldValue all = together(before, said);
            if (!all.equals(before)) {
                Instant at = sighting.record().changedAt();
                Fact fact = new Fact(
                        all,
                        Optional.of(sighting.record().ref()),
                        at,
                        at,
                        now,
                        "all that were ever seen",
                        sighting.mapping().where().toString());
                after = after.withFact(kept.getValue(), fact);
            }
        }
        return after;
    }

    /** Of two persons that are one. */
    static Map<String, Fact> together(Map<String, Fact> merged, Map<String, Fact> one, Map<String, Fact> other) {
        Map<String, Fact> all = new TreeMap<>(merged);
        for (String name : KEPT.values()) {
            Fact first = one.get(name);
            Fact second = other.get(name);
            if (first != null && second != null) {
                all.put(name, first.saying(together(first.value(), second.value())));
            }
        }
        return all;
    }

    private static FieldValue together(FieldValue one, FieldValue other) {
        TreeSet<String> all = new TreeSet<>();
        for (FieldValue value : new FieldValue[] {one, other}) {
            if (value instanceof FieldValue.Choices choices) {
                all.addAll(choices.values());
            } else if (!value.isBlank()) {
                all.add(value.text());
            }
        }
        return FieldValue.Choices.of(all);
    }
}
