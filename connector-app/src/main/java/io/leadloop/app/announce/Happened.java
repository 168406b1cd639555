package io.leadloop.app.announce;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a person.
 *
 * @param number tells two of a kind in one cycle apart: how many answers there were, undone ones too
 */
record Happened(Event event, AggregateState person, Optional<Handoff> handoff, int number, Instant at) {

    private static final FieldValue TRUE = new FieldValue.Flag(true);

    /** What a commit changes about a person, by what was there before. */
    static List<Happened> between(Optional<AggregateState> before, AggregateState after, Instant now) {
        List<Happened> all = new ArrayList<>();
        for (Handoff handoff : after.journey().handoffs()) {
            Optional<Handoff> earlier = before.flatMap(person -> person.journey().handoffs().stream()
                    .filter(each -> each.qualifiedAt().equals(handoff.qualifiedAt()))
                    .findFirst());
            if (handoff.deliveredAt().isPresent()
                    && earlier.flatMap(Handoff::deliveredAt).isEmpty()) {
                all.add(new Happened(
                        Event.HANDOFF_CREATED,
                        after,
                        Optional.of(handoff),
                        0,
                        handoff.deliveredAt().get()));
            }
            int known = earlier.map(Handoff::answers).map(List::size).orElse(0);
            if (handoff.answers().size() > known) {
                Answer answer = handoff.answers().get(handoff.answers().size() - 1);
                event(earlier, handoff, answer)
                        .ifPresent(event -> all.add(
                                new Happened(event, after, Optional.of(handoff), count(after, handoff), answer.at())));
            }
            if (handoff.answers().size() < known) {
                all.add(new Happened(Event.HANDOFF_CORRECTED, after, Optional.of(handoff), count(after, handoff), now));
            }
        }
        boolean withdrawn = after.value("emailOptOut").equals(TRUE);
        boolean wasWithdrawn = before.filter(
                        person -> person.value("emailOptOut").equals(TRUE))
                .isPresent();
        if (withdrawn && !wasWithdrawn && before.isPresent()) {
            all.add(new Happened(Event.CONSENT_WITHDRAWN, after, Optional.empty(), 0, now));
        }
        return all;
    }

    private static int count(AggregateState person, Handoff handoff) {
        long undone = person.journey().moves().stream()
                .filter(move ->
                        move.cycle() == handoff.cycle() && move.because().equals(Lifecycle.UNDONE))
                .count();
        return handoff.answers().size() + Math.toIntExact(undone);
    }

    private static Optional<Event> event(Optional<Handoff> earlier, Handoff now, Answer answer) {
        if (answer.reason().equals(Optional.of(ReasonCode.EXPIRED))) {
            return Optional.of(Event.HANDOFF_EXPIRED);
        }
        Optional<Answer.Kind> said = earlier.flatMap(Handoff::answer).map(Answer::kind);
        boolean takenBack = said.equals(Optional.of(Answer.Kind.DECLINE))
                || (said.isPresent()
                        && answer.kind() == Answer.Kind.DECLINE
                        && now.acceptedAt().isEmpty());
        if (takenBack) {
            return Optional.of(Event.HANDOFF_CORRECTED);
        }
        if (answer.kind() == Answer.Kind.DECLINE) {
            return Optional.of(Event.HANDOFF_REJECTED);
        }
        return said.isEmpty() ? Optional.of(Event.HANDOFF_ACCEPTED) : Optional.empty();
    }
}
