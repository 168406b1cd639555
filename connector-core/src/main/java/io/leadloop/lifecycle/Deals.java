package io.leadloop.lifecycle;

import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import java.time.Instant;
import java.util.Optional;

/** What the CRM says of the opportunity that a hand-off became. */
final class Deals {

    private final LifecyclePolicy policy;
    private final ReasonBook reasons;
    private final Ladder ladder;

    Deals(LifecyclePolicy policy, ReasonBook reasons) {
        this.policy = policy;
        this.reasons = reasons;
        this.ladder = new Ladder(policy);
    }

    Step opportunity(Journey journey, Instant at) {
        return reach(journey, LifecycleState.OPPORTUNITY, at, "an opportunity names this person")
                .map(Trail::step)
                .orElseGet(() -> no(journey, LifecycleState.OPPORTUNITY));
    }

    Step won(Journey journey, Instant at) {
        Optional<Trail> trail = reach(journey, LifecycleState.WON, at, "the opportunity is won");
        trail.ifPresent(it -> it.close(LifecycleState.WON, at, Optional.empty()));
        return trail.map(Trail::step).orElseGet(() -> no(journey, LifecycleState.WON));
    }

    Step lost(Journey journey, Optional<ReasonCode> reason, Instant at) {
        Optional<Trail> reached =
                journey.state() == LifecycleState.OPPORTUNITY && journey.open().isPresent()
                        ? Optional.of(new Trail(journey))
                        : reach(journey, LifecycleState.OPPORTUNITY, at, "the opportunity was lost");
        if (reached.isEmpty()) {
            return no(journey, LifecycleState.LOST);
        }
        Trail trail = reached.get();
        Optional<ReasonAdvice> advice = reason.flatMap(reasons::advice);
        Routing routing = Routing.of(policy, advice, Optional.empty(), at);
        String because = reason.map(code -> "lost: " + code).orElse("lost, no reason given");
        trail.move(LifecycleState.LOST, at, "crm", because);
        trail.move(
                routing.route() == Route.STOP ? LifecycleState.SUPPRESSED : LifecycleState.NURTURE,
                at,
                "system",
                because);
        Optional<Instant> back = routing.recycleAt().or(() -> Optional.of(at.plus(policy.coolDown())));
        trail.clocks(routing.route() == Route.STOP ? Optional.empty() : back, Optional.empty());
        trail.close(LifecycleState.LOST, at, reason);
        return trail.step();
    }

    private Optional<Trail> reach(Journey journey, LifecycleState target, Instant at, String because) {
        if (journey.open().isEmpty() || !Ladder.leadsTo(journey.state(), target)) {
            return Optional.empty();
        }
        Trail trail = new Trail(journey);
        ladder.climb(trail, target, at, "crm", because);
        return Optional.of(trail);
    }

    /** The same news twice is no news. */
    private static Step no(Journey journey, LifecycleState wanted) {
        boolean known = journey.state() == wanted
                || journey.latest().filter(last -> last.state() == wanted).isPresent();
        return known
                ? Step.none(journey)
                : Step.only(
                        journey,
                        new Event.Refused(journey.state(), wanted, "no open hand-off leads to this opportunity"));
    }
}
