package io.leadloop.lifecycle;

import io.leadloop.canonical.Journey;
import java.util.List;

/**
 * The journey after a step, and what happened. The same input always gives the same step; a step that changes nothing
 * has no events.
 */
public record Step(Journey journey, List<Event> events) {

    public Step {
        events = List.copyOf(events);
    }

    static Step none(Journey journey) {
        return new Step(journey, List.of());
    }

    static Step only(Journey journey, Event event) {
        return new Step(journey, List.of(event));
    }

    /** Whether the journey is another one now. */
    public boolean changed() {
        return events.stream().anyMatch(event -> !(event instanceof Event.Refused || event instanceof Event.Waiting));
    }

    /** Whether the wish was refused. */
    public boolean refused() {
        return events.stream().anyMatch(Event.Refused.class::isInstance);
    }
}
