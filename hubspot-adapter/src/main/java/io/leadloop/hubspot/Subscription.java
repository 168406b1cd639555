package io.leadloop.hubspot;

import java.time.Instant;
import java.util.Optional;

/** Whether an address takes one kind of mail. */
public record Subscription(String id, String name, Status status, Optional<Instant> at) {

    /** HubSpot's three answers; there is none for a pending confirmation. */
    public enum Status {
        SUBSCRIBED,
        UNSUBSCRIBED,
        NOT_SPECIFIED
    }
}
