package io.leadloop.feedback;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.ReasonAdvice;
import io.leadloop.lifecycle.Route;
import io.leadloop.lifecycle.Routing;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from a no.
 *
 * @param legal whether the reason may be given in this phase; a no in the CRM counts all the same
 * @param recycleAt before it only a hand-raise begins a new cycle; empty = only a hand-raise ever does
 * @param now what happens now, in a few words for a report: {@code nurture 30 days}
 * @param receipt what the rep reads: one or two sentences, no name and no address
 * @param asks what the answer still lacks
 */
public record FollowUp(
        ReasonCode code,
        boolean legal,
        Route route,
        Optional<Instant> recycleAt,
        String now,
        String receipt,
        Set<Ask> asks) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    public FollowUp {
        asks = Set.copyOf(asks);
    }

    static FollowUp of(Optional<Reason> known, Answer decline, Phase phase, LifecyclePolicy policy) {
        ReasonCode code = known.map(Reason::code).orElse(ReasonCode.NO_REASON);
        Optional<ReasonAdvice> advice = known.map(Reason::advice);
        Routing routing = Routing.of(policy, advice, decline.revisitOn(), decline.at());
        boolean noReason = code.equals(ReasonCode.NO_REASON);
        Set<Ask> asks = noReason && decline.comment().isBlank()
                ? Set.of(Ask.REASON)
                : advice.filter(each -> !noReason)
                        .map(each -> each.missing(decline))
                        .orElse(Set.of());
        String now = words(known, routing, decline.at());
        String until = routing.recycleAt()
                .map(at -> " until " + DAY.format(at.atZone(policy.calendar().zone())))
                .orElse("");
        String label = known.map(Reason::label).orElse("no reason given");
        boolean legal = known.map(reason -> reason.legalIn(phase))
                .orElse(decline.reason().isEmpty());
        return new FollowUp(
                code,
                legal,
                routing.route(),
                routing.recycleAt(),
                now,
                "You said: " + label + ". We did: " + now + until + "." + asking(asks),
                asks);
    }

    private static String words(Optional<Reason> known, Routing routing, Instant at) {
        if (routing.dueAt().isPresent()) {
            return "back on that date";
        }
        Optional<String> own = known.flatMap(Reason::now);
        if (own.isPresent()) {
            return own.get();
        }
        return switch (routing.route()) {
            case NURTURE -> "nurture" + days(routing, at);
            case DISQUALIFY -> "disqualified" + days(routing, at);
            case ROUTE -> "owner to be changed";
            case FIX -> "data to be repaired";
            case STOP -> "no contact any more";
        };
    }

    private static String days(Routing routing, Instant at) {
        return routing.recycleAt()
                .map(until -> " " + Duration.between(at, until).toDays() + " days")
                .orElse("");
    }

    private static String asking(Set<Ask> asks) {
        StringBuilder words = new StringBuilder();
        for (Ask ask : Ask.values()) {
            if (asks.contains(ask)) {
                words.append(
                        switch (ask) {
                            case REASON -> " Please choose a reason.";
                            case DATE -> " Please add the day to come back.";
                            case COMMENT -> " Please add a few words.";
                        });
            }
        }
        return words.toString();
    }
}
