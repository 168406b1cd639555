package io.leadloop.lifecycle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a team is at work. Local hours become instants by the zone's rules of that very day, so a day on which the clocks
 * change is as long as it really is.
 *
 * @param hours opening hours of each weekday, not overlapping; a weekday that is missing is closed
 * @param holidays closed days, in the zone
 */
public record BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> hours, Set<LocalDate> holidays) {

    private static final int FARTHEST_DAYS = 3660;

    /** Local opening hours {@code [open, close)}; a close at 00:00 means the end of the day. */
    public record Hours(LocalTime open, LocalTime close) {

        public Hours {
            if (!close.equals(LocalTime.MIDNIGHT) && !open.isBefore(close)) {
                throw new IllegalArgumentException("opens at " + open + " but closes at " + close);
            }
        }

        Span on(LocalDate day, ZoneId zone) {
            LocalDate last = close.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            return new Span(
                    day.atTime(open).atZone(zone).toInstant(),
                    last.atTime(close).atZone(zone).toInstant());
        }
    }

    public BusinessCalendar {
        Map<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, open) -> copy.put(day, List.copyOf(open)));
        hours = Map.copyOf(copy);
        holidays = Set.copyOf(holidays);
        if (hours.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a calendar that is never open");
        }
    }

    /** Monday to Friday, the same hours each day, no holidays. */
    public static BusinessCalendar weekdays(ZoneId zone, LocalTime open, LocalTime close) {
        Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                hours.put(day, List.of(new Hours(open, close)));
            }
        }
        return new BusinessCalendar(zone, hours, Set.of());
    }

    /** Time at work in {@code [start, stop)}; zero if stop is not after start. */
    public Duration businessTime(Instant start, Instant stop) {
        return businessTime(start, stop, List.of());
    }

    /** As {@link #businessTime(Instant, Instant)}, less the pauses; pauses may overlap. */
    public Duration businessTime(Instant start, Instant stop, List<Span> pauses) {
        Span asked = new Span(start, stop);
        Duration total = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(stop, zone);
        for (LocalDate day = LocalDate.ofInstant(start, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span open : open(day, pauses)) {
                total = total.plus(open.within(asked).length());
            }
        }
        return total;
    }

    /** The first instant at which the business time since {@code start} reaches the target; start itself for zero. */
    public Instant due(Instant start, Duration target) {
        return due(start, target, List.of());
    }

    /** As {@link #due(Instant, Duration)}, with the clock stopped during the pauses. */
    public Instant due(Instant start, Duration target, List<Span> pauses) {
        if (target.isZero()) {
            return start;
        }
        Duration left = target;
        Span future = new Span(start, Instant.MAX);
        LocalDate day = LocalDate.ofInstant(start, zone);
        for (int looked = 0; looked < FARTHEST_DAYS; looked++, day = day.plusDays(1)) {
            for (Span open : open(day, pauses)) {
                Span rest = open.within(future);
                if (rest.length().compareTo(left) >= 0) {
                    return rest.from().plus(left);
                }
                left = left.minus(rest.length());
            }
        }
        throw new IllegalArgumentException("the target is not reached within ten years");
    }

    private List<Span> open(LocalDate day, List<Span> pauses) {
        if (holidays.contains(day)) {
            return List.of();
        }
        List<Span> open = new ArrayList<>();
        hours.getOrDefault(day.getDayOfWeek(), List.of()).forEach(each -> open.add(each.on(day, zone)));
        for (Span pause : pauses) {
            List<Span> before = List.copyOf(open);
            open.clear();
            before.forEach(span -> cut(span, pause, open));
        }
        return open;
    }

    private static void cut(Span span, Span pause, List<Span> rest) {
        if (span.within(pause).isEmpty()) {
            rest.add(span);
            return;
        }
        Span head = new Span(span.from(), pause.from());
        Span tail = new Span(pause.to(), span.to());
        if (!head.isEmpty()) {
            rest.add(head);
        }
        if (!tail.isEmpty()) {
            rest.add(tail);
        }
    }
}
