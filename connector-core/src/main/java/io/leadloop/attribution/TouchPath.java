package io.leadloop.attribution;

import io.leadloop.canonical.AggregateId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The touches of a deal that may be credited, in order.
 *
 * @param touches earliest first, no repeats
 */
public record TouchPath(List<PersonTouch> touches) {

    /** A year, both ends included. */
    public static final Duration LOOKBACK = Duration.ofDays(365);

    private static final Duration REPEAT = Duration.ofMinutes(30);

    private record Sameness(AggregateId person, String type, String label) {}

    public TouchPath {
        touches = List.copyOf(touches);
    }

    /**
     * Keeps what lies within a year before the deal was won, and of repeats (same person, type and label within 30
     * minutes of the one that was kept) the earliest. The order in which the touches are given does not matter.
     */
    public static TouchPath to(Instant won, Collection<PersonTouch> candidates) {
        Instant earliest = won.minus(LOOKBACK);
        Map<Sameness, Instant> kept = new HashMap<>();
        List<PersonTouch> path = new ArrayList<>();
        candidates.stream()
                .filter(each -> !each.touch().occurredAt().isBefore(earliest))
                .filter(each -> !each.touch().occurredAt().isAfter(won))
                .sorted(PersonTouch.ORDER)
                .forEach(each -> {
                    Instant at = each.touch().occurredAt();
                    Sameness same = new Sameness(
                            each.person(), each.touch().type(), each.touch().label());
                    Instant before = kept.get(same);
                    if (before == null || before.plus(REPEAT).isBefore(at)) {
                        kept.put(same, at);
                        path.add(each);
                    }
                });
        return new TouchPath(path);
    }
}
