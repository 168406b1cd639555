package io.leadloop.app.announce;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What others may be told of. */
public enum Event {
    /** It reached sales, with its evidence. */
    HANDOFF_CREATED,
    HANDOFF_ACCEPTED,
    /** A no, before contact or after it. */
    HANDOFF_REJECTED,
    HANDOFF_EXPIRED,
    /** An answer was taken back and another one counts. */
    HANDOFF_CORRECTED,
    CONSENT_WITHDRAWN;

    /** {@code handoff.created} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public static Optional<Event> of(String word) {
        return Stream.of(values()).filter(event -> event.word().equals(word)).findFirst();
    }
}
