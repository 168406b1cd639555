package io.leadloop.spi;

import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.Failure;
import java.util.Map;
import java.util.Optional;

/**
 * How push stands at a vendor.
 *
 * @param refused objects that cannot be listened to, and why
 * @param delivered what the day's allowance for deliveries is and how much of it is used, if the vendor tells
 */
public record PushStanding(Map<ObjectType, Failure> refused, Optional<CallUsage> delivered) {

    public PushStanding {
        refused = Map.copyOf(refused);
    }
}
