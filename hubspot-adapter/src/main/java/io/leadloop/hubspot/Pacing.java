package io.leadloop.hubspot;

import java.time.Duration;

/**
 * How fast we call. HubSpot's burst limit counts per ten seconds (100 to 250 by subscription), its search limit per
 * second for the whole account (5, shared with all other apps).
 *
 * @param limited whether the two rates are kept; off where time is not the wall's
 * @param concurrent calls under way at once
 * @param longestWait how long a call waits for its turn before it fails as THROTTLED
 */
public record Pacing(
        boolean limited, int callsPerTenSeconds, int searchesPerSecond, int concurrent, Duration longestWait) {

    public static Pacing standard() {
        return new Pacing(true, 95, 4, 6, Duration.ofSeconds(30));
    }

    /** No rates: for simulators. */
    public static Pacing unlimited() {
        return new Pacing(false, 95, 4, 6, Duration.ofSeconds(30));
    }
}
