package io.leadloop.lifecycle;

import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One journey out of two. */
final class JourneyMerge {

    private record Owned(boolean first, Handoff handoff) {

        Instant start() {
            return handoff.deliveredAt().orElse(handoff.qualifiedAt());
        }
    }

    private static final Comparator<Owned> BY_TIME = Comparator.comparing(
                    (Owned owned) -> owned.handoff().isOpen())
            .thenComparing(owned -> owned.handoff().qualifiedAt())
            .thenComparing(owned -> !owned.first());

    Step merge(Journey first, Journey second, Instant at) {
        List<Owned> all = new ArrayList<>();
        first.handoffs().forEach(handoff -> all.add(new Owned(true, handoff)));
        second.handoffs().forEach(handoff -> all.add(new Owned(false, handoff)));
        List<Event> events = new ArrayList<>();

        boolean suppressed = first.state() == LifecycleState.SUPPRESSED || second.state() == LifecycleState.SUPPRESSED;
        Optional<Owned> survivor = suppressed
                ? Optional.empty()
                : all.stream().filter(owned -> owned.handoff().isOpen()).min(Comparator.comparing(Owned::start));
        List<Owned> ended = new ArrayList<>();
        all.replaceAll(owned -> {
            if (!owned.handoff().isOpen() || survivor.filter(owned::equals).isPresent()) {
                return owned;
            }
            LifecycleState end =
                    suppressed ? LifecycleState.SUPPRESSED : owned.handoff().state();
            Owned closed = new Owned(owned.first(), Handoffs.closed(owned.handoff(), end, at));
            ended.add(closed);
            return closed;
        });
        all.sort(BY_TIME);

        List<Handoff> handoffs = new ArrayList<>();
        List<Event.Renumbered> renumbered = new ArrayList<>();
        for (Owned owned : all) {
            int cycle = handoffs.size() + 1;
            handoffs.add(Handoffs.numbered(owned.handoff(), cycle));
            renumbered.add(new Event.Renumbered(owned.first(), owned.handoff().cycle(), cycle));
            if (ended.contains(owned)) {
                events.add(new Event.CycleClosed(cycle, owned.handoff().state(), Optional.empty()));
            }
        }
        events.add(0, new Event.Merged(renumbered));

        Journey leading = leading(first, second, survivor);
        List<Move> moves = Stream.concat(
                        first.moves().stream().map(move -> numbered(move, true, renumbered)),
                        second.moves().stream().map(move -> numbered(move, false, renumbered)))
                .sorted(Comparator.comparing(Move::at))
                .toList();
        return new Step(new Journey(leading.state(), handoffs, moves, leading.recycleAt(), leading.dueAt()), events);
    }

    /** Suppression counts before an open hand-off, that before a customer, that before the latest news. */
    private static Journey leading(Journey first, Journey second, Optional<Owned> survivor) {
        for (Journey each : List.of(first, second)) {
            if (each.state() == LifecycleState.SUPPRESSED) {
                return each;
            }
        }
        if (survivor.isPresent()) {
            return survivor.get().first() ? first : second;
        }
        for (Journey each : List.of(first, second)) {
            if (each.state() == LifecycleState.WON) {
                return each;
            }
        }
        return news(second).isAfter(news(first)) ? second : first;
    }

    private static Instant news(Journey journey) {
        return journey.moves().isEmpty()
                ? Instant.MIN
                : journey.moves().get(journey.moves().size() - 1).at();
    }

    private static Move numbered(Move move, boolean first, List<Event.Renumbered> cycles) {
        int cycle = cycles.stream()
                .filter(each -> each.fromFirst() == first && each.before() == move.cycle())
                .mapToInt(Event.Renumbered::after)
                .findFirst()
                .orElse(0);
        return new Move(cycle, move.from(), move.to(), move.at(), move.by(), move.because(), move.inferred());
    }
}
