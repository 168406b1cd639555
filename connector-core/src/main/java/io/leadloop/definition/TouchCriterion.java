package io.leadloop.definition;

import io.leadloop.canonical.Spoken;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody did. Met, it gives its points, which halve with each half-life since the newest of its touches.
 *
 * @param types of touches that count
 * @param within how long ago at most, the end included
 * @param cap the most points it can give
 */
record TouchCriterion(
        String id,
        String name,
        Set<String> types,
        Duration within,
        TouchCount count,
        double points,
        Optional<Duration> halfLife,
        double cap)
        implements Criterion {

    /** Requests to be contacted; they open a new cycle at once. */
    static final Set<String> HAND_RAISES = Set.of("DEMO_REQUEST", "CONTACT_SALES");

    TouchCriterion {
        types = Set.copyOf(types);
    }

    boolean isHandRaise() {
        return HAND_RAISES.containsAll(types);
    }

    @Override
    public Finding look(View view, List<Touchpoint> touches, Instant now) {
        Instant since = now.minus(within);
        List<Touchpoint> counted = touches.stream()
                .filter(touch -> types.contains(touch.type()))
                .filter(touch -> !touch.occurredAt().isBefore(since)
                        && !touch.occurredAt().isAfter(now))
                .toList();
        Optional<Instant> newest = counted.stream().map(Touchpoint::occurredAt).max(Comparator.naturalOrder());
        boolean met = count.holds(counted.size());
        double earned = met ? Math.min(cap, points * decay(newest, now)) : 0;
        return new Finding(this, Truth.of(met), earned, seen(counted, newest, now), newest);
    }

    private double decay(Optional<Instant> newest, Instant now) {
        return halfLife.isEmpty() || newest.isEmpty()
                ? 1
                : Math.pow(
                        2,
                        -(double) Duration.between(newest.get(), now).toSeconds()
                                / halfLife.get().toSeconds());
    }

    private String seen(List<Touchpoint> counted, Optional<Instant> newest, Instant now) {
        if (newest.isEmpty()) {
            return "none within " + within.toDays() + " days";
        }
        String what = counted.stream()
                .collect(Collectors.groupingBy(Touchpoint::type, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> Spoken.count(each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
        long ago = Duration.between(newest.get(), now).toDays();
        String latest = ago == 0 ? "today" : ago == 1 ? "yesterday" : ago + " days ago";
        return what + ", the latest " + latest;
    }
}
