package io.leadloop.pipeline;

import io.leadloop.canonical.ReasonCode;
import io.leadloop.lifecycle.Event;
import io.leadloop.lifecycle.Step;
import io.leadloop.state.AggregateState;
import java.util.Optional;

/** Takes a step of the lifecycle: the journey moves on, what a person should look at is listed. */
final class Steps {

    private static final ReasonCode DUPLICATE = new ReasonCode("R-DUP");

    private final Questions questions;

    Steps(Questions questions) {
        this.questions = questions;
    }

    AggregateState take(Desk desk, AggregateState person, Step step) {
        step.events().forEach(event -> {
            if (event instanceof Event.Refused refused) {
                questions.refused(desk, person, refused);
            }
            if (event instanceof Event.AnswerRecorded recorded
                    && recorded.answer().reason().equals(Optional.of(DUPLICATE))) {
                questions.duplicate(desk, person, recorded.cycle());
            }
        });
        return person.withJourney(step.journey());
    }
}
