package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.Move;
import io.leadloop.canonical.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Journeys, answers and a small reason book for the tests of this room. Monday 2 March 2026 is the first day. */
final class Ways {

    static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Map<String, ReasonAdvice> BOOK = new HashMap<>();

    static {
        Set<Phase> before = EnumSet.of(Phase.BEFORE);
        Set<Phase> after = EnumSet.of(Phase.AFTER, Phase.LOST);
        Set<Phase> both = EnumSet.of(Phase.BEFORE, Phase.AFTER);
        put("R-TERR", before, Route.ROUTE, 0, 0, Set.of(), false);
        put("R-CUSTOMER", both, Route.ROUTE, 0, 0, Set.of(), true);
        put("R-DUP", before, Route.FIX, 0, 0, Set.of(), false);
        put("F-ENGAGE", before, Route.NURTURE, 45, 0, Set.of(), false);
        put("F-SIZE", both, Route.NURTURE, 180, 0, Set.of(), false);
        put("F-NONBUYER", both, Route.DISQUALIFY, 0, 0, Set.of(), true);
        put("F-MARKET", both, Route.DISQUALIFY, 0, 0, Set.of(), false);
        put("N-NONEED", after, Route.DISQUALIFY, 365, 0, Set.of(), false);
        put("N-TIMING", after, Route.NURTURE, 0, 0, EnumSet.of(Ask.DATE), false);
        put("O-LOCKED", after, Route.NURTURE, 0, 120, EnumSet.of(Ask.DATE), false);
        put("O-COMPETITOR", after, Route.NURTURE, 0, 0, EnumSet.of(Ask.COMMENT), false);
        put("X-OPTOUT", EnumSet.allOf(Phase.class), Route.STOP, 0, 0, Set.of(), true);
    }

    static final LifecyclePolicy POLICY =
            LifecyclePolicy.agreed(BusinessCalendar.weekdays(ZoneOffset.UTC, LocalTime.of(9, 0), LocalTime.of(17, 0)));
    static final Lifecycle LIFECYCLE = new Lifecycle(POLICY, code -> Optional.ofNullable(BOOK.get(code.value())));

    private Ways() {}

    private static void put(
            String code, Set<Phase> phases, Route route, long days, long lead, Set<Ask> asks, boolean excludes) {
        Optional<Duration> delay = days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
        BOOK.put(
                code,
                new ReasonAdvice(new ReasonCode(code), phases, route, delay, Duration.ofDays(lead), asks, excludes));
    }

    static Qualification newsOf(Instant touch) {
        return new Qualification("mql v7", "two pricing pages", List.of(), Optional.empty(), Optional.of(touch));
    }

    static Qualification handRaise(Instant at) {
        return new Qualification("mql v7", "asked for a demo", List.of(), Optional.of(at), Optional.of(at));
    }

    static Journey qualified() {
        return LIFECYCLE
                .qualify(Journey.START, newsOf(MONDAY_NOON), MONDAY_NOON)
                .journey();
    }

    /** Delivered at noon on Monday: due on Tuesday at noon, expired at 14:00. */
    static Journey handedOff() {
        return LIFECYCLE.delivered(qualified(), MONDAY_NOON).journey();
    }

    static Journey accepted() {
        return LIFECYCLE.answer(handedOff(), accept(hours(1))).journey();
    }

    static Journey working() {
        return LIFECYCLE.answer(accepted(), say(Answer.Kind.WORK, hours(2))).journey();
    }

    static Instant hours(long hours) {
        return MONDAY_NOON.plus(Duration.ofHours(hours));
    }

    static Instant minutes(long minutes) {
        return MONDAY_NOON.plus(Duration.ofMinutes(minutes));
    }

    static Instant days(long days) {
        return MONDAY_NOON.plus(Duration.ofDays(days));
    }

    static Answer accept(Instant at) {
        return say(Answer.Kind.ACCEPT, at);
    }

    static Answer say(Answer.Kind kind, Instant at) {
        return new Answer(kind, Optional.empty(), "", Optional.empty(), "marco", at, "crm");
    }

    static Answer decline(String reason, Instant at) {
        return decline(reason, "", Optional.empty(), "marco", at);
    }

    static Answer decline(String reason, String comment, Optional<LocalDate> revisitOn, String by, Instant at) {
        Optional<ReasonCode> code = reason.isEmpty() ? Optional.empty() : Optional.of(new ReasonCode(reason));
        return new Answer(Answer.Kind.DECLINE, code, comment, revisitOn, by, at, "crm");
    }

    /** The states passed through in this step, inferred ones in lower case. */
    static String path(Step step) {
        StringBuilder path = new StringBuilder();
        for (Event event : step.events()) {
            if (event instanceof Event.Moved moved) {
                Move move = moved.move();
                String to = move.inferred()
                        ? move.to().name().toLowerCase(Locale.ROOT)
                        : move.to().name();
                path.append(path.isEmpty() ? "" : " ").append(to);
            }
        }
        return path.toString();
    }

    static LifecycleState end(Journey journey) {
        return journey.latest().orElseThrow().state();
    }
}
